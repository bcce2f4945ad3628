story Somebody changes the PIN, screen by screen
after cash-in
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 6
    | My account
    | 1 Language
    | 2 Change PIN
    | 3 Saved names
    | 4 Save a name
    | 5 My bank
    | 0 Back 00 Home
Wanjiku types 2
    | Your present PIN:
    | 0 Back 00 Home
Wanjiku types 1111
    | Wrong PIN. 2 tries left.
    | Your present PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back 00 Home
Wanjiku types 1234
    | That PIN is too easy to guess.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back 00 Home
Wanjiku types 7391
    | The same PIN once more:
    | 0 Back 00 Home
Wanjiku types 7392
    | The two PINs differ.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back 00 Home
Wanjiku types 7391
    | The same PIN once more:
    | 0 Back 00 Home
Wanjiku types 7391
    | Your PIN was changed.
    | My account
    | 1 Language
    | 2 Change PIN
    | 3 Saved names
    | 4 Save a name
    | 5 My bank
    | 0 Back 00 Home
Wanjiku gets
    | Your Homeline PIN was changed. If it was not you, tell Homeline at once.
Wanjiku types 00
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 2
    | To see your balance, your PIN:
    | 0 Back 00 Home
Wanjiku types 7391
    | You have KES 3,000.
    | Held for cash-out: KES 0
    | 0 Back 00 Home
