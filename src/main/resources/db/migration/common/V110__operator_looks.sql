-- What operators look for: what is under way with banks, oldest first; an instruction or exception by the retrieval reference
-- that a bank names; a customer's withdrawals that are under way.
create index instruction_state on instruction (state, made);
create index instruction_rrn on instruction (rrn);
create index settlement_exception_rrn on settlement_exception (rrn);
create index bank_withdrawal_customer on bank_withdrawal (customer, state);
