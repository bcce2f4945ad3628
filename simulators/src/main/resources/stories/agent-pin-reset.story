story An agent forgot the PIN, and the operator resets it
after cash-in
operator agent reset-pin {Kamau} --reason visited-the-shop
    | PIN reset.
    |   Name        Kamau's Shop
    |   Held until  5 Mar 2026 14:00 UTC
Kamau gets
    | Your PIN as a Homeline agent was reset. Dial *384*77# to choose a new one. No cash in for 3 days. If you did not ask for this, tell Homeline at once.
Kamau dials *384*77#
    | Choose a PIN of 4 to 6 digits for your work as an agent.
Kamau types 6174
    | The same PIN once more:
Kamau types 6174
    | Your PIN is set.
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language

# For a while the float takes no cash in: who talked the operator into it would empty it so.
Kamau types 1
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 1000
    | Cash in KES 1,000 for Wanjiku Mwangi, 0712345678. Your PIN:
    | 0 Back 00 Home
Kamau types 6174
    | The PIN of this account was reset: for 71 hr no money can leave it, and no bank is asked for any.
    (end)

# Cash out brings float, and goes on.
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
Kamau types 6174
    | Hand KES 1,000 to Wanjiku Mwangi now. Commission KES 5, float KES 48,000. Ref {reference}
    (end)
Kamau gets
    | Cash out: hand KES 1,000 to Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 1,000 cash paid out at Kamau's Shop. Ref {reference}.

clock +72h
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 1
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 1000
    | Cash in KES 1,000 for Wanjiku Mwangi, 0712345678. Your PIN:
    | 0 Back 00 Home
Kamau types 6174
    | Wanjiku Mwangi has KES 1,000 more. Your float: KES 47,000. Ref {reference2}
    (end)
Kamau gets
    | Cash in KES 1,000 for Wanjiku Mwangi. Ref {reference2}.
Wanjiku gets
    | KES 1,000 cash paid in at Kamau's Shop. Ref {reference2}.
