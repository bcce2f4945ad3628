-- The keys that are shared with payment partners and terminals, sealed by the key store (org.homeline.signing.NetworkKeys).
-- algorithm is aes or tdes. check_value is no secret. sealed is another with each change, also where the key is the same.
create table network_key (
    name        varchar(60) primary key,
    algorithm   varchar(4) not null,
    sealed      bytea not null,
    check_value varchar(6) not null,
    since       timestamp(6) with time zone not null
);
