-- When a cash-out was asked for: in whose day and month it counts. Codes lived ten minutes unless the operator chose otherwise.
alter table cash_out add column made timestamp(6) with time zone;
update cash_out set made = expires - interval '10' minute;
alter table cash_out alter column made set not null;
