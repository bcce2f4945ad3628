-- How many calls of a network address failed within an hour (org.homeline.compliance.AddressVelocity).
create table failed_calls (
    address varchar(64) not null,
    since   timestamp(6) with time zone not null,
    calls   bigint not null,
    primary key (address, since)
);
