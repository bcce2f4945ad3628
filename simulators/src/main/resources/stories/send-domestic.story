story A payment from phone to phone
# Wanjiku sends 500 shillings to Otieno, who is a customer too: he has them at once.
after cash-in
person Otieno +254733444555
Otieno dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Otieno types 1
    | Your name, as on your ID:
    | 0 Back
Otieno types Otieno Okello
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
    | 0 Back
Otieno types 7302
    | The same PIN once more:
    | 0 Back
Otieno types 7302
    | Welcome, Otieno Okello.
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Otieno gets
    | Welcome to Homeline, Otieno Okello. Dial *384*77# any time, or text MENU.
Otieno hangs up

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
Wanjiku types 0733444555
    | How much?
    | 0 Back 00 Home
Wanjiku types 500
    | KES 500 to Otieno Okello
    | Fee KES 5
    | Tax KES 0
    | Total KES 505
    | Cost 1.00% + tax
    | 1 Go on
    | 0 Back 00 Home
Wanjiku types 1
    | Otieno Okello gets KES 500 (rate 1.00). You pay KES 505. Can not be undone. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Sent. Otieno Okello gets KES 500. You paid KES 505. Ref {reference}
    (end)
Wanjiku gets
    | Sent KES 505: Otieno Okello has KES 500. Fee KES 5, tax KES 0. Ref {reference}. It can't be undone.
Otieno gets
    | You got KES 500 from Wanjiku Mwangi. Ref {reference}. Dial *384*77#
Otieno dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Otieno types 2
    | To see your balance, your PIN:
    | 0 Back 00 Home
Otieno types 7302
    | You have KES 500.
    | Held for cash-out: KES 0
    | 0 Back 00 Home
