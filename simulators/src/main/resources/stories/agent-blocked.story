story The operator blocks an agent
after cash-in

# Kamau has asked, and Wanjiku has not approved yet.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 3
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | How much in cash?
    | 0 Back 00 Home
Kamau types 1000
    | Ask Wanjiku Mwangi to approve KES 1,000 in cash. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Asked. Wanjiku Mwangi approves KES 1,000 on the next dial. Pay only after your SMS comes.
    (end)
Wanjiku gets
    | Kamau's Shop asks to pay you KES 1,000 in cash. To approve, dial *384*77# within 10 min. If you are not with the agent, do nothing.
operator agent block {Kamau} --reason complaint-17
    | Blocked.
    |   Name  Kamau's Shop
operator agent block {Kamau} --reason complaint-17
    | homeline: Kamau's Shop was blocked already
operator agent list
    | PHONE          NAME          COUNTRY  STATUS           LEFT
    | +254722000111  Kamau's Shop  KE       blocked  KES 47000.00
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account

# The till is closed; Kamau's own wallet, if he has one, is not.
Kamau dials *384*77#
    | Your work as an agent is stopped. Please ask Homeline.
    | 1 My own wallet
Kamau types 1
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
    | 0 Back 00 Home
Kamau types 00
    | Your work as an agent is stopped. Please ask Homeline.
    | 1 My own wallet
operator agent unblock {Kamau} --reason cleared
    | Unblocked.
    |   Name          Kamau's Shop
    |   Block lifted  yes
    |   PIN unlocked  no
Kamau gets
    | You can work as a Homeline agent again.
operator agent unblock {Kamau} --reason cleared
    | homeline: Kamau's Shop was not blocked, nor was the PIN locked
Kamau dials *384*77#
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
    | Float KES 47,000
    | Commission earned KES 9
    | 0 Back 00 Home
