story What was collected can't be undone
after cash-in-abroad

person Wanjiku +254712345678
Grace texts SEND 200 TO +254712345678
Grace gets
    | +254712345678 gets KES 25,538. Send USD 200, fee USD 1.99, tax USD 2, total USD 203.99. Rate 127.69, cost 2.20%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | Sent USD 203.99: KES 25,538 waits for +254712345678. Fee USD 1.99, tax USD 2. Ref {reference}. To undo within 30 min: UNDO {reference}
Wanjiku gets
    | Grace Njeri sent you KES 25,538. Dial *384*77# to register and get it within 30 days.
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
Grace gets
    | Wanjiku Mwangi collected KES 25,538. Ref {reference}.
Wanjiku gets
    | You got KES 25,538 from Grace Njeri. Ref {reference}. Dial *384*77#
Wanjiku gets
    | Welcome to Homeline, Wanjiku Mwangi. Dial *384*77# any time, or text MENU.
Wanjiku hangs up
Grace texts UNDO {reference}
Grace gets
    | It was collected already and can't be undone.
Grace texts STATUS
Grace gets
    | {reference}: KES 25,538 for +254712345678 is collected, 2 Mar 09:00.
