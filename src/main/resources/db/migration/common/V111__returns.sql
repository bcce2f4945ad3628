-- Which correction of an exception stands in the books (org.homeline.settlement.Discrepancy): another can be proposed in the place
-- of one that only waits in suspense, was written off, or moved nothing. undone names the instruction that a bank has undone,
-- where that is the correction; moves_minor is what the correction moves.
alter table settlement_exception add column booked_as varchar(10);
alter table settlement_exception add column undone uuid;
alter table settlement_exception add column moves_minor bigint default 0 not null;
update settlement_exception set moves_minor = gap_minor;
update settlement_exception set booked_as = correction where state = 'resolved';
create index settlement_exception_booked on settlement_exception (booked_as, made);
create index settlement_exception_instruction on settlement_exception (instruction);

-- A kept amount could only be accepted, which left it where it is: it has to be decided again.
update settlement_exception set state = 'open', correction = null, booked_as = null, ended = null
where kind = 'unreturned' and state = 'resolved';

-- What of a payment came from prefunding, and is on no statement of the safeguarding account; of older ones it is not known.
alter table settlement_payment add column prefunded_minor bigint default 0 not null;
update settlement_payment set prefunded_minor = minor where minor > 0;

-- By the reference that a customer was told.
create index bank_withdrawal_reference on bank_withdrawal (reference);
