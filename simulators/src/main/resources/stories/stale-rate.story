story No fresh rate, no quote
after cash-in-abroad
clock +27h
Grace texts SEND 200 TO +254712345678
Grace gets
    | There is no fresh exchange rate now. Nothing was done. Try again later.
Grace texts RATE KENYA
Grace gets
    | There is no fresh exchange rate now. Nothing was done. Try again later.
Grace dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Grace types 3
    | Send to which number or saved name?
    | 0 Back 00 Home
Grace types +254712345678
    | How much?
    | 0 Back 00 Home
Grace types 200
    | There is no fresh exchange rate now. Try again later.
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
