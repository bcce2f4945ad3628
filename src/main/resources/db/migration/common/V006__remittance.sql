-- What a sender was promised, until it expires or is paid. state: open, used.
create table quote (
    id             uuid primary key,
    payer          uuid not null,
    payee_phone    varchar(16) not null,
    payee_name     varchar(60) not null,
    from_country   varchar(2) not null,
    to_country     varchar(2) not null,
    send_currency  varchar(3) not null,
    amount_minor   bigint not null,
    fee_minor      bigint not null,
    tax_minor      bigint not null,
    receive_currency varchar(3) not null,
    receive_minor  bigint not null,
    rate           varchar(40) not null,
    rate_source    varchar(60) not null,
    code           bytea not null,
    created        timestamp(6) with time zone not null,
    expires        timestamp(6) with time zone not null,
    state          varchar(10) not null,
    version        bigint not null
);
create index quote_payer on quote (payer, created);

-- One row a payment. state: waiting (in pickup-holding for someone who is not a customer yet), deposited, collected
-- (deposited after waiting), undone, returned. The *_bank_minor columns are the parts that came from a bank account.
create table remittance (
    id             uuid primary key,
    reference      varchar(12) not null unique,
    payer          uuid not null,
    payer_phone    varchar(16) not null,
    payee_phone    varchar(16) not null,
    payee          uuid,
    from_country   varchar(2) not null,
    to_country     varchar(2) not null,
    send_currency  varchar(3) not null,
    amount_minor   bigint not null,
    fee_minor      bigint not null,
    tax_minor      bigint not null,
    total_bank_minor bigint not null,
    receive_currency varchar(3) not null,
    receive_minor  bigint not null,
    receive_bank_minor bigint not null,
    rate           varchar(40) not null,
    state          varchar(10) not null,
    paid           timestamp(6) with time zone not null,
    expires        timestamp(6) with time zone not null,
    version        bigint not null
);
create index remittance_payer on remittance (payer, paid);
create index remittance_payee on remittance (payee_phone, state);
create index remittance_expires on remittance (state, expires);
