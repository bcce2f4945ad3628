story Somebody registers on a feature phone
# Language, name, and the PIN twice: four screens, and the menu is there.

person Wanjiku +254712345678
Wanjiku dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Wanjiku types 1
    | Your name, as on your ID:
    | 0 Back
Wanjiku types Wanjiku Mwangi
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 4826
    | The same PIN once more:
    | 0 Back
Wanjiku types 4826
    | Welcome, Wanjiku Mwangi.
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku gets
    | Welcome to Homeline, Wanjiku Mwangi. Dial *384*77# any time, or text MENU.
Wanjiku hangs up
