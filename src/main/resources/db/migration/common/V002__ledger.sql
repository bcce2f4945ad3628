-- Accounts with TigerBeetle's four totals, in minor units. The id follows from code, owner and currency.
create table account (
    id              uuid primary key,
    code            varchar(30) not null,
    owner           uuid not null,
    currency        varchar(3) not null,
    flags           int not null,
    debits_pending  bigint not null,
    debits_posted   bigint not null,
    credits_pending bigint not null,
    credits_posted  bigint not null,
    opened_at       timestamp(6) with time zone not null
);

-- One row a transfer, never changed. kind: 0 single, 1 pending, 2 post, 3 void (org.homeline.ledger.Transfer.Kind).
create table transfer (
    id         uuid primary key,
    journal    uuid not null,
    place      int not null,
    kind       smallint not null,
    debit_id   uuid not null,
    credit_id  uuid not null,
    amount     bigint not null,
    currency   varchar(3) not null,
    code       smallint not null,
    pending_id uuid unique,
    expires    timestamp(6) with time zone
);

-- One row a journal, never changed: what was asked, what was answered (sealed), and what makes it verifiable
-- (org.homeline.transparency). canonical and salt may be erased after the time the law asks to keep them.
create table journal (
    id         uuid primary key,
    idempotency_key varchar(200) not null unique,
    content    bytea not null,
    operation  varchar(60) not null,
    actor      varchar(120) not null,
    at         timestamp(6) with time zone not null,
    outcome    bytea not null,
    canonical  bytea,
    salt       bytea,
    commitment bytea not null,
    batch_index int not null,
    batch_size int not null,
    batch_path bytea not null,
    key_name   varchar(16) not null,
    signature  bytea not null
);

-- Public keys that have signed, so that every signature can be verified after a change of key.
create table signing_key (
    name       varchar(16) primary key,
    public_key bytea not null,
    since      timestamp(6) with time zone not null
);

-- Guards that count (org.homeline.ledger.Guard.Counter).
create table counter (
    name    varchar(200) primary key,
    counted bigint not null,
    expires timestamp(6) with time zone not null
);
create index counter_expires on counter (expires);
