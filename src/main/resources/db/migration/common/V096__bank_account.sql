-- Customers' accounts at banks (org.homeline.settlement.BankAccount): state is asked, proving, linked, returning, kept, failed
-- or removed; number is sealed, tail is what may be shown of it.
create table bank_account (
    id          uuid primary key,
    customer    uuid not null,
    partner     varchar(30) not null,
    number      bytea not null,
    tail        varchar(4) not null,
    currency    varchar(3) not null,
    proof_minor bigint not null,
    state       varchar(10) not null,
    code        bytea not null,
    tries       int not null,
    instruction uuid,
    expires     timestamp(6) with time zone not null,
    made        timestamp(6) with time zone not null,
    version     bigint not null
);
create index bank_account_customer on bank_account (customer, state);
create index bank_account_expires on bank_account (state, expires);

-- What customers take out to their bank accounts: state is sent, done or returned; the parts are where it came from.
create table bank_withdrawal (
    id          uuid primary key,
    customer    uuid not null,
    account     uuid not null,
    cash_minor  bigint not null,
    bank_minor  bigint not null,
    currency    varchar(3) not null,
    state       varchar(10) not null,
    reference   varchar(12) not null,
    made        timestamp(6) with time zone not null,
    version     bigint not null
);
