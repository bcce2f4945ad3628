story Somebody forgot the PIN, and the operator resets it
after cash-in
operator customer reset-pin {Wanjiku} --reason passport-seen
    | PIN reset.
    |   Name        Wanjiku Mwangi
    |   Held until  5 Mar 2026 14:00 UTC
Wanjiku gets
    | Your Homeline PIN was reset. Dial *384*77# to choose a new one. No money can leave your account for 3 days. If you did not ask for this, tell Homeline at once.
operator customer show {Wanjiku}
    | Shown.
    |   Phone       +254712345678
    |   Name        Wanjiku Mwangi
    |   Language    en
    |   Country     KE
    |   Tier        starter
    |   Status      active
    |   Since       2 Mar 2026 14:00 UTC
    |   Available   KES 3000.00
    |   Held        KES 0.00
    |   PIN set     no
    |   Wrong PINs  0
    |   Held until  5 Mar 2026 14:00 UTC

# Her number alone moves nothing: neither before she has a PIN nor for three days after.
Wanjiku dials *384*77#
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
Wanjiku types 7302
    | The same PIN once more:
Wanjiku types 7302
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku gets
    | Your Homeline PIN is set. If it was not you, tell Homeline at once.
Wanjiku types 4
    | How much in cash?
    | 0 Back 00 Home
Wanjiku types 500
    | Cash out KES 500. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 7302
    | The PIN of this account was reset: for 71 hr no money can leave it, and no bank is asked for any.
    (end)
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 3
    | Send to which number or saved name?
    | 0 Back 00 Home
Wanjiku types 0733000001
    | How much?
    | 0 Back 00 Home
Wanjiku types 100
    | KES 100 to +254733000001
    | Fee KES 0
    | Tax KES 0
    | Total KES 100
    | Cost 0.00% + tax
    | 1 Go on
    | 0 Back 00 Home
Wanjiku types 1
    | +254733000001 gets KES 100 (rate 1.00). You pay KES 100. Can be undone for 30 min. PIN:
    | 0 Back 00 Home
Wanjiku types 7302
    | The PIN of this account was reset: for 71 hr no money can leave it, and no bank is asked for any.
    (end)

# What comes, comes.
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
Kamau types 5093
    | Wanjiku Mwangi has KES 1,000 more. Your float: KES 46,000. Ref {reference}
    (end)
Kamau gets
    | Cash in KES 1,000 for Wanjiku Mwangi. Ref {reference}.
Wanjiku gets
    | KES 1,000 cash paid in at Kamau's Shop. Ref {reference}.

clock +72h
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
Wanjiku types 500
    | Cash out KES 500. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 7302
    | Code {code} for KES 500. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code} for KES 500. Show it to an agent within 10 min. Tell it to nobody else.
operator customer reset-pin {Kamau} --reason none
    | homeline: no customer has the number +254722000111: they register by dialling or by texting JOIN
