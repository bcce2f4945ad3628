story Value becomes cash at an agent
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
Wanjiku types 1000
    | Cash out KES 1,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code} for KES 1,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code} for KES 1,000. Show it to an agent within 10 min. Tell it to nobody else.
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
    | Pay KES 1,000 in cash to Wanjiku Mwangi. Check who it is. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Hand KES 1,000 to Wanjiku Mwangi now. Commission KES 5, float KES 48,000. Ref {reference}
    (end)
Kamau gets
    | Cash out: hand KES 1,000 to Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 1,000 cash paid out at Kamau's Shop. Ref {reference}.
