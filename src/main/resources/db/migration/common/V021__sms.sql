-- Texts that came in (org.homeline.gateway.sms), without what they say: a repeated webhook is known by its id, and how
-- often a number texts is counted here. answered: whether what follows from it was done.
create table sms_inbound (
    id       varchar(64) primary key,
    phone    varchar(16) not null,
    received timestamp(6) with time zone not null,
    answered boolean not null
);
create index sms_inbound_phone on sms_inbound (phone, received);
