-- Payments to accounts at banks, and from them. quote.state may be funding too: what the wallet lacks (from_bank_minor) is on
-- its way from the payer's own bank account (funding). bank and bank_account (sealed) are the payee's; payee_phone is empty
-- then. remittance.state may be banking (on its way to a bank), banked (there) or declined (everything went back) too.
alter table quote add column bank varchar(30);
alter table quote add column bank_account bytea;
alter table quote add column from_bank_minor bigint default 0 not null;
alter table quote add column funding uuid;
alter table remittance add column bank_payee varchar(60);
