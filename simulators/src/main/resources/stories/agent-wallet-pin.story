story Cut off while choosing another PIN, nobody goes on there
after agent-starts

# Kamau registers as a customer, and changes that PIN in the same session.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 5
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
    | 0 Back 00 Home
Kamau types 1
    | Your name, as on your ID:
    | 0 Back 00 Home
Kamau types Kamau Njoroge
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back 00 Home
Kamau types 7302
    | The same PIN once more:
    | 0 Back 00 Home
Kamau types 7302
    | Welcome, Kamau Njoroge.
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
    | 0 Back 00 Home
Kamau gets
    | Welcome to Homeline, Kamau Njoroge. Dial *384*77# any time, or text MENU.
Kamau types 6
    | My account
    | 1 Language
    | 2 Change PIN
    | 3 Saved names
    | 4 Save a name
    | 5 My bank
    | 0 Back 00 Home
Kamau types 2
    | Your present PIN:
    | 0 Back 00 Home
Kamau types 7302
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back 00 Home

# Cut off here, whoever dials next has to show the old PIN again.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau hangs up
