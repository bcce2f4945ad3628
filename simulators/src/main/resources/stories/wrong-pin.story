story Three wrong PINs lock, a day unlocks
after cash-in
Wanjiku dials *384*77#
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
Wanjiku types 4827
    | Wrong PIN. 2 tries left.
    | To see your balance, your PIN:
    | 0 Back 00 Home
Wanjiku types 4828
    | Wrong PIN. 1 try left.
    | To see your balance, your PIN:
    | 0 Back 00 Home
Wanjiku types 4829
    | Your PIN is locked after 3 wrong tries. It opens again after 24 hr, or ask Homeline.
    (end)
Wanjiku gets
    | Your Homeline PIN was locked after 3 wrong tries. It opens again after 24 hr. If it was not you, tell Homeline.

operator customer show {Wanjiku}
    | Shown.
    |   Phone         +254712345678
    |   Name          Wanjiku Mwangi
    |   Language      en
    |   Country       KE
    |   Tier          starter
    |   Status        active
    |   Since         2 Mar 2026 14:00 UTC
    |   Available     KES 3000.00
    |   Held          KES 0.00
    |   PIN set       yes
    |   Wrong PINs    3
    |   Locked since  2 Mar 2026 14:00 UTC
    |   Locked until  3 Mar 2026 14:00 UTC

# The right one does not help now, on no channel.
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
Wanjiku types 4826
    | Your PIN is locked after 3 wrong tries. It opens again after 24 hr, or ask Homeline.
    (end)

clock +24h
Wanjiku gets
    | Your Homeline PIN is open again.
Wanjiku dials *384*77#
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
Wanjiku types 4826
    | You have KES 3,000.
    | Held for cash-out: KES 0
    | 0 Back 00 Home

# The operator frees it sooner.
Wanjiku dials *384*77#
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
Wanjiku types 4827
    | Wrong PIN. 2 tries left.
    | To see your balance, your PIN:
    | 0 Back 00 Home
Wanjiku types 4828
    | Wrong PIN. 1 try left.
    | To see your balance, your PIN:
    | 0 Back 00 Home
Wanjiku types 4829
    | Your PIN is locked after 3 wrong tries. It opens again after 24 hr, or ask Homeline.
    (end)
Wanjiku gets
    | Your Homeline PIN was locked after 3 wrong tries. It opens again after 24 hr. If it was not you, tell Homeline.
operator customer unblock {Wanjiku}
    | Unblocked.
    |   Name          Wanjiku Mwangi
    |   Block lifted  no
    |   PIN unlocked  yes
Wanjiku gets
    | Your Homeline PIN is open again.
operator customer unblock {Wanjiku}
    | homeline: Wanjiku Mwangi was not blocked, nor was the PIN locked
