story A cash code works once
after cash-out
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
Kamau types {cash-out.code}
    | That code is over. The customer needs a new one.
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
