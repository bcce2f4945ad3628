story An agent takes up work
# The operator makes Kamau an agent and gives him float; he chooses his PIN on his phone.

person Kamau +254722000111
operator agent add {Kamau} Kamau's Shop
    | Added.
    |   Phone     +254722000111
    |   Name      Kamau's Shop
    |   Currency  KES
Kamau gets
    | Kamau's Shop, you are a Homeline agent now. Dial *384*77# to choose your PIN.
operator agent float {Kamau} 50000 cash brought to the bank
    | Loaded.
    |   Name    Kamau's Shop
    |   Amount  KES 50000.00
    |   Left    KES 50000.00
Kamau gets
    | KES 50,000 added to your float. You have KES 50,000.
Kamau dials *384*77#
    | Choose a PIN of 4 to 6 digits for your work as an agent.
Kamau types 5093
    | The same PIN once more:
Kamau types 5093
    | Your PIN is set.
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 4
    | To see your float, your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Float KES 50,000
    | Commission earned KES 0
    | 0 Back 00 Home
Kamau types 00
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau hangs up
