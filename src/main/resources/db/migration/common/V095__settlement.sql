-- Money to be moved by banks (org.homeline.settlement.Instruction): state is queued, sent, reversing, settled, declined,
-- reversed or exception; details (account and description) are sealed.
create table instruction (
    id          uuid primary key,
    partner     varchar(30) not null,
    kind        varchar(6) not null,
    minor       bigint not null,
    currency    varchar(3) not null,
    details     bytea not null,
    tail        varchar(4) not null,
    errand      varchar(40) not null,
    subject     uuid not null,
    pending     uuid not null,
    state       varchar(10) not null,
    business_day date,
    stan        int,
    rrn         varchar(12),
    transmitted varchar(10),
    response    varchar(2),
    due         timestamp(6) with time zone,
    tries       int not null,
    made        timestamp(6) with time zone not null,
    since       timestamp(6) with time zone not null,
    version     bigint not null
);
create index instruction_due on instruction (partner, due);
create index instruction_day on instruction (partner, business_day, stan);
create index instruction_subject on instruction (subject, made);

-- What was sent and received for each, what is secret masked.
create table instruction_message (
    instruction uuid not null,
    at          timestamp(6) with time zone not null,
    outgoing    boolean not null,
    text        varchar(1000) not null
);
create index instruction_message_of on instruction_message (instruction, at);

-- The last trace number (ISO 8583, field 11) given to a partner on its business day.
create table trace_number (
    partner varchar(30) not null,
    business_day date not null,
    last    int not null,
    primary key (partner, business_day)
);
