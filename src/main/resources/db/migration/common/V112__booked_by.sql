-- Who proposed and who approved the correction that stands in the books (org.homeline.settlement.Discrepancy): it stands longer than
-- what was said last of its exception. Where something was said since, only the journals still have the two.
alter table settlement_exception add column booked_proposed_by varchar(80);
alter table settlement_exception add column booked_approved_by varchar(80);
update settlement_exception set booked_proposed_by = proposed_by, booked_approved_by = approved_by
where booked_as is not null and state = 'resolved' and correction is not null;
update settlement_exception set booked_proposed_by = 'somebody', booked_approved_by = 'somebody else'
where booked_as is not null and booked_proposed_by is null;

-- The exception of which this is what is left, where later items show another gap than was corrected.
alter table settlement_exception add column follows uuid;
