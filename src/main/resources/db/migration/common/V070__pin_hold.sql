-- Until when no value leaves a customer or agent whose PIN the operator reset (org.homeline.customer.PinHolds). A row stays when
-- its time is over, and is replaced by the next reset.
create table pin_hold (
    owner      uuid primary key,
    held_until timestamp(6) with time zone not null
);
