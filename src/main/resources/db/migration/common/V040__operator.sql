-- Which keys this data belongs to (org.homeline.KeyGuard): one row.
create table key_check (
    id          smallint primary key,
    fingerprint bytea not null,
    since       timestamp(6) with time zone not null
);
