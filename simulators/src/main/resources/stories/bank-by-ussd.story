story A bank account in the menus: linked, used, and removed
after cash-in

# Wanjiku names her account; the code is on its statement.
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
Wanjiku types 5
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku types 5
    | Which bank?
    | 1 Demo Bank Kenya
    | 0 Back 00 Home
Wanjiku types 1
    | Your account number at Demo Bank Kenya:
    | 0 Back 00 Home
Wanjiku types 0123456789
    | A small amount is taken from account 0123456789 at Demo Bank Kenya, to prove it is yours. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | KES 20 is taken from ..6789 Demo Bank Ken. An SMS tells what to do next.
    (end)
Wanjiku gets
    | KES 20 was taken from ..6789 Demo Bank Kenya. Its statement says HOMELINE and 6 digits. Text LINK and the digits, or dial *384*77#, within 3 days.
bank demo-ke statement 0123456789
    | 2026-03-02       KES 50000.00       KES 50000.00  balance brought forward
    | 2026-03-03         KES -20.00       KES 49980.00  HOMELINE {code}
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
Wanjiku types 5
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku types 6
    | The 6 digits behind HOMELINE on your bank statement:
    | 0 Back 00 Home
Wanjiku types {code}
    | ..6789 Demo Bank Ken is linked.
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku gets
    | ..6789 Demo Bank Kenya is linked, and KES 20 from it is in your wallet. If it was not you, tell Homeline at once.

# From the bank, and back to it.
Wanjiku types 1
    | How much from your bank?
    | 0 Back 00 Home
Wanjiku types 500
    | KES 500 from ..6789 Demo Bank Ken into your wallet. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | ..6789 Demo Bank Ken is asked for KES 500. An SMS tells when it is there.
    (end)
Wanjiku gets
    | KES 500 came from ..6789 Demo Bank Kenya. You have KES 3,520. Ref {reference}.
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
Wanjiku types 5
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku types 2
    | How much to your bank?
    | 0 Back 00 Home
Wanjiku types 1000
    | KES 1,000 from your wallet to ..6789 Demo Bank Ken. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | KES 1,000 is on its way to ..6789 Demo Bank Ken. An SMS tells when it is there. Ref {reference2}
    (end)
Wanjiku gets
    | KES 1,000 is in ..6789 Demo Bank Kenya. Ref {reference2}.

# To somebody else's account at the same bank.
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
Wanjiku types 5
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku types 3
    | Which bank?
    | 1 Demo Bank Kenya
    | 0 Back 00 Home
Wanjiku types 1
    | The account number at Demo Bank Kenya:
    | 0 Back 00 Home
Wanjiku types 0123456790
    | How much?
    | 0 Back 00 Home
Wanjiku types 200
    | KES 200 to ..6790 Demo Bank Ken
    | Fee KES 5
    | Tax KES 0
    | Total KES 205
    | Cost 2.50% + tax
    | 1 Go on
    | 0 Back 00 Home
Wanjiku types 1
    | ..6790 Demo Bank Ken gets KES 200 (rate 1.00). You pay KES 205. Can not be undone. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Sent. ..6790 Demo Bank Ken gets KES 200. You paid KES 205. Ref {reference3}
    (end)
Wanjiku gets
    | Sent KES 205: KES 200 goes to ..6790 Demo Bank Kenya. Fee KES 5, tax KES 0. Ref {reference3}. Once the bank has it, it can't be undone. An SMS tells when it is there.
Wanjiku gets
    | KES 200 is in ..6790 Demo Bank Kenya. Ref {reference3}.

# Nothing is left of it.
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
Wanjiku types 5
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back 00 Home
Wanjiku types 4
    | My bank accounts
    | 1 ..6789 Demo Bank Ken
    | 0 Back 00 Home
Wanjiku types 1
    | ..6789 Demo Bank Ken: linked
    | 1 Remove
    | 0 Back 00 Home
Wanjiku types 1
    | ..6789 Demo Bank Ken is to be linked no more. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | ..6789 Demo Bank Ken is linked no more.
    | My bank
    | 1 Pay in from my bank
    | 2 Take out to my bank
    | 3 Send to a bank account
    | 4 My bank accounts
    | 5 Link an account
    | 6 Tell the code
    | 0 Back
Wanjiku gets
    | ..6789 Demo Bank Kenya is linked no more. If it was not you, tell Homeline at once.
