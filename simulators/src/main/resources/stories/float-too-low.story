story An agent without float
after agent-starts
after register
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
Kamau types 50001
    | Cash in KES 50,001 for Wanjiku Mwangi, 0712345678. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Your float is KES 50,000.
    | How much cash did you get?
    | 0 Back 00 Home

# Down to the last shilling is possible; then a message says that the float is low.
Kamau types 50000
    | Cash in KES 50,000 for Wanjiku Mwangi, 0712345678. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Wanjiku Mwangi has KES 50,000 more. Your float: KES 0. Ref {reference}
    (end)
Kamau gets
    | Cash in KES 50,000 for Wanjiku Mwangi. Ref {reference}.
Kamau gets
    | Your float is low: KES 0. Please pay in.
Wanjiku gets
    | KES 50,000 cash paid in at Kamau's Shop. Ref {reference}.
