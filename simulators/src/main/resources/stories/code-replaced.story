story Another cash code in the place of the first
after cash-in
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 4
    | How much in cash?
    | 0 Back 00 Home
Wanjiku types 2000
    | Cash out KES 2,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code} for KES 2,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code} for KES 2,000. Show it to an agent within 10 min. Tell it to nobody else.

# Somebody at the till spends its three tries.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 2
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | The customer's code:
    | 0 Back 00 Home
Kamau types 1111
    | That code is wrong.
    | The customer's code:
    | 0 Back 00 Home
Kamau types 2222
    | That code is wrong.
    | The customer's code:
    | 0 Back 00 Home
Kamau types 3333
    | That code is wrong.
    | The customer's code:
    | 0 Back 00 Home
Kamau types {code}
    | That code is over. The customer needs a new one.
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language

# Wanjiku asks for another, for all that she has, what the first one held with it.
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 4
    | How much in cash?
    | 0 Back 00 Home
Wanjiku types 3000
    | A new code for KES 3,000; the earlier one is void then. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code2} for KES 3,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code2} for KES 3,000. Show it to an agent within 10 min. Tell it to nobody else. Your earlier code is void.
Wanjiku texts BAL
Wanjiku gets
    | You have KES 0. Held for cash-out: KES 3,000.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 2
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | The customer's code:
    | 0 Back 00 Home
Kamau types {code}
    | That code is wrong.
    | The customer's code:
    | 0 Back 00 Home
Kamau types {code2}
    | Pay KES 3,000 in cash to Wanjiku Mwangi. Check who it is. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Hand KES 3,000 to Wanjiku Mwangi now. Commission KES 15, float KES 50,000. Ref {reference}
    (end)
Kamau gets
    | Cash out: hand KES 3,000 to Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 3,000 cash paid out at Kamau's Shop. Ref {reference}.
