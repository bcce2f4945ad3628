story An agent never serves himself
after agent-starts
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
Kamau types 0722000111
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 1000
    | An agent never serves himself.
    | The customer's number:
    | 0 Back 00 Home
Kamau types 00
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
Kamau types 0722000111
    | How much in cash?
    | 0 Back 00 Home
Kamau types 1000
    | An agent never serves himself.
    | The customer's number:
    | 0 Back 00 Home
