story A payee that nobody knows
after cash-in-abroad
Grace texts SEND 20 TO AUNTIE
Grace gets
    | AUNTIE is no number and no saved name. To save one: SAVE MAMA 0712345678
Grace texts SEND 20 TO 12345
Grace gets
    | That could not be read. Write it like this: SEND 200 TO 0712345678
Grace texts SEND 20 TO +16175550123
Grace gets
    | That is your own number.
Grace texts SEND 20 TO +81 90 1234 5678
Grace gets
    | Homeline does not send to Japan yet.
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
Grace types AUNTIE
    | How much?
    | 0 Back 00 Home
Grace types 20
    | AUNTIE is no number and no saved name.
    | Send to which number or saved name?
    | 0 Back 00 Home
