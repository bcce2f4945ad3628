-- Whose turn it was to decide on something that is not there yet (org.homeline.ledger.Turns). May be deleted at any time.
create table turn (
    about  varchar(100) primary key,
    holder uuid not null,
    taken  timestamp(6) with time zone not null
);
create index turn_taken on turn (taken);
