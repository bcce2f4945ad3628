-- What happened in a customer's or agent's money, as its owner reads it. minor is signed: negative where money left.
create table activity (
    id        uuid primary key,
    owner     uuid not null,
    reference varchar(12) not null,
    what      varchar(20) not null,
    minor     bigint not null,
    currency  varchar(3) not null,
    other     varchar(60) not null,
    at        timestamp(6) with time zone not null
);
create index activity_owner on activity (owner, at);
