-- A quote keeps how much of its total may be paid from cash where a tax is on cash, so that cash paid in after it is not sent
-- untaxed; null where it does not matter, and for quotes from before. A remittance keeps when it was counted against the limits:
-- before it was paid where the payer's bank had to give first.
alter table quote add column most_cash_minor bigint;
alter table remittance add column counted timestamp(6) with time zone;
update remittance set counted = paid;
alter table remittance alter column counted set not null;
