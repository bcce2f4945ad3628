story The operator blocks a customer
after cash-in
operator customer block {Wanjiku}
    | Blocked.
    |   Name  Wanjiku Mwangi
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
    | Cash out 500. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | This account is stopped. Please ask your operator.
    (end)
Wanjiku texts BAL
Wanjiku gets
    | You have KES 3,000. Held for cash-out: KES 0.
operator customer unblock {Wanjiku}
    | Unblocked.
    |   Name  Wanjiku Mwangi
Wanjiku gets
    | Your Homeline PIN is open again.
Wanjiku texts BAL
Wanjiku gets
    | You have KES 3,000. Held for cash-out: KES 0.
operator customer show {Wanjiku}
    | Shown.
    |   Phone      +254712345678
    |   Name       Wanjiku Mwangi
    |   Language   en
    |   Country    KE
    |   Tier       starter
    |   Status     active
    |   Since      2026-03-02T14:00:16Z
    |   Available  KES 3000.00
    |   Pin set    true
