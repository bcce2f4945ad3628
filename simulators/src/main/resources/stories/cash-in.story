story Cash becomes value at an agent
after agent-starts
after register

# Kamau takes 3,000 shillings over the counter and sends as much from his float.
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
Kamau types 50
    | The least is KES 100.
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 3000
    | Cash in KES 3,000 for Wanjiku Mwangi, 0712345678. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Wanjiku Mwangi has KES 3,000 more. Your float: KES 47,000. Ref {reference}
    (end)
Kamau gets
    | Cash in KES 3,000 for Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 3,000 cash paid in at Kamau's Shop. Ref {reference}.
Wanjiku texts BAL
Wanjiku gets
    | You have KES 3,000. Held for cash-out: KES 0.
