story A PIN that is too easy
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
Wanjiku types 1234
    | That PIN is too easy to guess.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 7777
    | That PIN is too easy to guess.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 1987
    | That PIN is too easy to guess.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 5678
    | That PIN is too easy to guess.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 48
    | A PIN has 4 to 6 digits.
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Wanjiku types 4826
    | The same PIN once more:
    | 0 Back
Wanjiku types 4862
    | The two PINs differ.
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
