-- People who registered. phone is E.164; status is active or blocked; version counts changes.
create table customer (
    id         uuid primary key,
    phone      varchar(16) not null unique,
    name       varchar(60) not null,
    language   varchar(2) not null,
    country    varchar(2) not null,
    tier       varchar(20) not null,
    status     varchar(10) not null,
    since      timestamp(6) with time zone not null,
    version    bigint not null
);

-- The check of a customer's or agent's PIN: a keyed code over owner, salt and PIN. tries counts wrong ones since the last
-- right one, before they are compared; at three the PIN is locked.
create table pin (
    owner     uuid primary key,
    salt      bytea not null,
    code      bytea not null,
    tries     int not null,
    locked_at timestamp(6) with time zone
);
create index pin_locked_at on pin (locked_at);

-- Whom a customer calls how.
create table nickname (
    owner uuid not null,
    name  varchar(20) not null,
    phone varchar(16) not null,
    primary key (owner, name)
);
