-- Agents. phone is E.164; status is active or blocked.
create table agent (
    id       uuid primary key,
    phone    varchar(16) not null unique,
    name     varchar(60) not null,
    language varchar(2) not null,
    country  varchar(2) not null,
    status   varchar(10) not null,
    since    timestamp(6) with time zone not null,
    version  bigint not null
);

-- Cash to be handed to a customer. state: open (the customer has a code and the amount is held), asked (an agent asks and
-- the customer has to approve; nothing is held), paid, expired.
create table cash_out (
    id           uuid primary key,
    customer     uuid not null,
    agent        uuid,
    minor        bigint not null,
    currency     varchar(3) not null,
    state        varchar(10) not null,
    code         bytea,
    pending_cash uuid,
    pending_bank uuid,
    expires      timestamp(6) with time zone not null,
    reference    varchar(12),
    version      bigint not null
);
create index cash_out_customer on cash_out (customer, state);
create index cash_out_expires on cash_out (state, expires);
