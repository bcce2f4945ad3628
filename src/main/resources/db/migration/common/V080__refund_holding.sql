-- What may still go back to senders has an account of its own; nobody sums it at a payment any more.
drop index remittance_exposure;
-- Exchanged money that waits from before lies elsewhere: it must be collected or go back under the program that took it, so
-- this fails, and says why, where there is any.
alter table remittance add constraint exchanged_money_still_waits_let_the_earlier_version_end_it
    check (state <> 'waiting' or send_currency = receive_currency);
alter table remittance drop constraint exchanged_money_still_waits_let_the_earlier_version_end_it;
-- Prefunding can't be overdrawn any more (credits must not exceed debits).
update account set flags = flags + 2 where code = 'prefunding' and mod(flags / 2, 2) = 0;
