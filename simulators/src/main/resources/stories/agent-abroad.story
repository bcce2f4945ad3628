story An agent abroad takes up work
person Store +16175550100
operator agent add {Store} Corner Store
    | Added.
    |   Phone     +16175550100
    |   Name      Corner Store
    |   Currency  USD
Store gets
    | Corner Store, you are a Homeline agent now. Choose your PIN at your till.
operator agent float {Store} 5000 opening float
    | Loaded.
    |   Name    Corner Store
    |   Amount  USD 5000.00
    |   Left    USD 5000.00
Store gets
    | USD 5,000 added to your float. You have USD 5,000.
Store dials *384*77#
    | Choose a PIN of 4 to 6 digits for your work as an agent.
Store types 9472
    | The same PIN once more:
Store types 9472
    | Your PIN is set.
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Store hangs up
