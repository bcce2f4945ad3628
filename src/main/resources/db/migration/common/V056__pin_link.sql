-- A customer's one link to the page where the PIN is chosen (org.homeline.customer.PinLinks): the hash of its token, never
-- the token. posts counts what was sent to the page.
create table pin_link (
    owner   uuid primary key,
    hash    bytea not null unique,
    expires timestamp(6) with time zone not null,
    used    boolean not null,
    posts   int not null
);
create index pin_link_expires on pin_link (expires);
