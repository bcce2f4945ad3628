-- Cash terminals (ISO 8583). id is field 41; status is active or blocked.
create table terminal (
    id      varchar(8) primary key,
    agent   uuid not null,
    status  varchar(10) not null,
    since   timestamp(6) with time zone not null,
    version bigint not null
);

-- What a terminal's request did with cash, so that it can be taken back. request is the journal's key; state is done or
-- reversed.
create table deal (
    request    varchar(200) primary key,
    agent      uuid not null,
    customer   uuid not null,
    what       varchar(20) not null,
    minor      bigint not null,
    currency   varchar(3) not null,
    commission bigint not null,
    reference  varchar(12) not null,
    cash_out   uuid,
    made       timestamp(6) with time zone not null,
    state      varchar(10) not null,
    version    bigint not null
);

-- A terminal's request that is never done: refused, or taken back before it came. It is answered
-- like this whenever it comes; response is a name in terminals.yaml.
create table forestalled (
    request  varchar(200) primary key,
    response varchar(40) not null,
    said     varchar(100) not null,
    at       timestamp(6) with time zone not null
);

-- A reversal that could not be done, for the operator to settle with agent and customer. why is a word of Stuck.Why.
create table stuck_reversal (
    request   varchar(200) primary key,
    agent     uuid not null,
    reference varchar(12) not null,
    minor     bigint not null,
    currency  varchar(3) not null,
    why       varchar(20) not null,
    at        timestamp(6) with time zone not null,
    settled   timestamp(6) with time zone
);
