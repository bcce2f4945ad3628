-- USSD sessions (org.homeline.gateway.ussd): no money, no PIN; written without waiting for the disk. handled is a keyed
-- code of the inputs taken so far and handled_length their length; state is sealed.
create table ussd_session (
    phone          varchar(16) not null,
    session_id     varchar(100) not null,
    version        int not null,
    handled_length int not null,
    handled        bytea not null,
    state          bytea not null,
    resumable      boolean not null,
    expires        timestamp(6) with time zone not null,
    primary key (phone, session_id)
);

-- How often a number was told that its SMS could not be read (org.homeline.conversation.command).
create table unreadable_sms (
    phone   varchar(16) primary key,
    since   timestamp(6) with time zone not null,
    answers int not null
);
