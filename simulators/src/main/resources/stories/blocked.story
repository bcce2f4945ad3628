story The operator blocks a customer
after cash-in
operator customer block {Wanjiku}
    | Blocked.
    |   Name  Wanjiku Mwangi
operator customer block {Wanjiku}
    | homeline: Wanjiku Mwangi was blocked already
Wanjiku dials *384*77#
    | This account is stopped. Please ask Homeline.
    (end)
Wanjiku texts BAL
Wanjiku gets
    | This account is stopped. Please ask Homeline.
Wanjiku texts LAST
Wanjiku gets
    | This account is stopped. Please ask Homeline.
Wanjiku texts MENU
Wanjiku gets
    | Homeline: SEND 200 TO 0712345678, PAY code, UNDO ref, STATUS, BAL, RATE KENYA, LAST, SAVE MAMA 0712345678, BANKS, SENDBANK, PIN, LANG, JOIN name. Or dial *384*77#
operator customer unblock {Wanjiku}
    | Unblocked.
    |   Name          Wanjiku Mwangi
    |   Block lifted  yes
    |   PIN unlocked  no
Wanjiku gets
    | Your Homeline account is open again.
Wanjiku texts BAL
Wanjiku gets
    | You have KES 3,000. Held for cash-out: KES 0.

# Nothing was locked or blocked any more: nothing to tell.
operator customer unblock {Wanjiku}
    | homeline: Wanjiku Mwangi was not blocked, nor was the PIN locked
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
    |   PIN set     yes
    |   Wrong PINs  0
