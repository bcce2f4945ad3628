-- What may still go back to senders has an account of its own; nobody sums it at a payment any more. What was paid before is
-- not in it: that goes back, or on, as it came.
drop index remittance_exposure;
alter table remittance add column refund_kept boolean default false not null;
-- Prefunding can't be overdrawn any more (credits must not exceed debits).
update account set flags = flags + 2 where code = 'prefunding' and mod(flags / 2, 2) = 0;
