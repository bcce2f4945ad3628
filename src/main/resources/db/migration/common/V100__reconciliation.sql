-- A partner's business days, a row for each currency that had instructions (org.homeline.settlement.SettlementDay): what they
-- came to here, and what the bank says they came to; state is open (looked at before its end), closing, balanced, different or
-- resolved. Amounts in minor units; what was reversed stands in both.
create table settlement_day (
    partner                     varchar(30) not null,
    business_day                date not null,
    currency                    varchar(3) not null,
    state                       varchar(10) not null,
    credits                     bigint not null,
    credits_minor               bigint not null,
    credit_reversals            bigint not null,
    credit_reversals_minor      bigint not null,
    debits                      bigint not null,
    debits_minor                bigint not null,
    debit_reversals             bigint not null,
    debit_reversals_minor       bigint not null,
    bank_credits                bigint,
    bank_credits_minor          bigint,
    bank_credit_reversals       bigint,
    bank_credit_reversals_minor bigint,
    bank_debits                 bigint,
    bank_debits_minor           bigint,
    bank_debit_reversals        bigint,
    bank_debit_reversals_minor  bigint,
    stan                        int,
    transmitted                 varchar(10),
    tries                       int not null,
    due                         timestamp(6) with time zone,
    since                       timestamp(6) with time zone not null,
    version                     bigint not null,
    primary key (partner, business_day, currency)
);
create index settlement_day_due on settlement_day (partner, due);

-- What does not agree with a bank, or nobody can tell (org.homeline.settlement.Discrepancy): state is open, proposed or
-- resolved; gap_minor is what has to move so that it agrees, positive where the bank owes Homeline more than the books say.
create table settlement_exception (
    id            uuid primary key,
    partner       varchar(30) not null,
    business_day  date not null,
    currency      varchar(3) not null,
    kind          varchar(20) not null,
    instruction   uuid,
    line          uuid,
    rrn           varchar(12),
    ours          varchar(200) not null,
    theirs        varchar(200) not null,
    gap_minor     bigint not null,
    proposal      varchar(10) not null,
    state         varchar(10) not null,
    correction    varchar(10),
    reason        varchar(200),
    proposed_by   varchar(80),
    approved_by   varchar(80),
    approval      varchar(200),
    made          timestamp(6) with time zone not null,
    ended         timestamp(6) with time zone,
    version       bigint not null
);
create index settlement_exception_of on settlement_exception (partner, business_day);
create index settlement_exception_state on settlement_exception (state, made);

-- A bank's own items of a business day, as its end-of-day file has them.
create table settlement_item (
    partner      varchar(30) not null,
    business_day date not null,
    stan         int not null,
    rrn          varchar(12) not null,
    kind         varchar(6) not null,
    minor        bigint not null,
    currency     varchar(3) not null,
    tail         varchar(4) not null,
    status       varchar(8) not null,
    primary key (partner, business_day, stan, rrn)
);

-- Payments that settled a net position: minor is positive where Homeline paid, negative where the bank did.
create table settlement_payment (
    partner   varchar(30) not null,
    currency  varchar(3) not null,
    number    int not null,
    id        uuid not null,
    minor     bigint not null,
    reference varchar(60) not null,
    at        timestamp(6) with time zone not null,
    primary key (partner, currency, number),
    unique (partner, reference)
);

-- Lines of bank statements: minor is positive where money came in; matched names the payment or transfer that it is.
create table statement_line (
    id           uuid primary key,
    partner      varchar(30) not null,
    statement    varchar(60) not null,
    entry        varchar(60) not null,
    booked       date not null,
    minor        bigint not null,
    currency     varchar(3) not null,
    reference    varchar(140) not null,
    text         varchar(140) not null,
    matched      uuid unique
);
create index statement_line_booked on statement_line (partner, booked);
