-- Which correction of an exception stands in the books (org.homeline.settlement.Discrepancy): another can be proposed in the place
-- of one that only waits in suspense, was written off, or moved nothing.
alter table settlement_exception add column booked_as varchar(10);
update settlement_exception set booked_as = correction where state = 'resolved';

-- What of a payment came from prefunding, and is on no statement of the safeguarding account.
alter table settlement_payment add column prefunded_minor bigint default 0 not null;
create index settlement_exception_booked on settlement_exception (booked_as, made);
