story A dropped session goes on where it was
after cash-in
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
Wanjiku types 1000
    | Cash out KES 1,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku hangs up
Wanjiku dials *384*77#
    | You were cut off before.
    | 1 Go on from there
    | 2 Start anew
Wanjiku types 1
    | Cash out KES 1,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code} for KES 1,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code} for KES 1,000. Show it to an agent within 10 min. Tell it to nobody else.

# Or begins anew.
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
Wanjiku hangs up
Wanjiku dials *384*77#
    | You were cut off before.
    | 1 Go on from there
    | 2 Start anew
Wanjiku types 2
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku hangs up

# What was only read is not offered again.
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 5
    | Last transactions
    | 1 Cash in KES 3,000 2 Mar 17:00
    | 0 Back 00 Home
Wanjiku types 1
    | Cash in KES 3,000
    | Kamau's Shop
    | 2 Mar 17:00
    | Ref {cash-in.reference}
    | 0 Back 00 Home
Wanjiku hangs up
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
