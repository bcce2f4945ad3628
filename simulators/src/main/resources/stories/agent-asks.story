story The agent asks, the customer approves
after cash-in
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 3
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | How much in cash?
    | 0 Back 00 Home
Kamau types 1000
    | Ask Wanjiku Mwangi to approve KES 1,000 in cash. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Asked. Wanjiku Mwangi approves KES 1,000 on the next dial. Pay only after your SMS comes.
    (end)
Wanjiku gets
    | Kamau's Shop asks to pay you KES 1,000 in cash. To approve, dial *384*77# within 10 min. If you are not with the agent, do nothing.

# The next dial shows the question before anything else.
Wanjiku dials *384*77#
    | Kamau's Shop asks to pay you KES 1,000 in cash. Are you with this agent?
    | 1 Yes, approve
    | 2 No, not now
Wanjiku types 1
    | Kamau's Shop hands you KES 1,000 in cash from your wallet. PIN:
    | 0 Back
Wanjiku types 4826
    | Approved. Take KES 1,000 in cash from Kamau's Shop. Ref {reference}
    (end)
Kamau gets
    | Cash out: hand KES 1,000 to Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 1,000 cash paid out at Kamau's Shop. Ref {reference}.
