story Send money home: from a text message to cash in hand
after agent-starts
after cash-in-abroad

# Grace in Boston texts. The answer says what it costs and what arrives before anything is paid.
person Wanjiku +254712345678
Grace texts SEND 200 TO +254 712 345 678
Grace gets
    | +254712345678 gets KES 25,538. Send USD 200, fee USD 1.99, tax USD 2, total USD 203.99. Rate 127.69, cost 2.20%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | Sent USD 203.99: KES 25,538 waits for +254712345678. Fee USD 1.99, tax USD 2. Ref {reference}. To undo within 30 min: UNDO {reference}
Wanjiku gets
    | Grace Njeri sent you KES 25,538. Dial *384*77# to register and get it within 30 days.

# Wanjiku in Nakuru has never heard of Homeline. She registers, and the money is there.
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

# She wants 5,000 shillings of it in cash.
Wanjiku types 4
    | How much in cash?
    | 0 Back 00 Home
Wanjiku types 5000
    | Cash out KES 5,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code2} for KES 5,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code2} for KES 5,000. Show it to an agent within 10 min. Tell it to nobody else.

# At Kamau's shop she shows the code.
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 2
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0712345678
    | The customer's code:
    | 0 Back 00 Home
Kamau types {code2}
    | Pay KES 5,000 in cash to Wanjiku Mwangi. Check who it is. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Hand KES 5,000 to Wanjiku Mwangi now. Commission KES 25, float KES 55,000. Ref {reference2}
    (end)
Kamau gets
    | Cash out: hand KES 5,000 to Wanjiku Mwangi. Ref {reference2}.
Wanjiku gets
    | KES 5,000 cash paid out at Kamau's Shop. Ref {reference2}.

Wanjiku texts BAL
Wanjiku gets
    | You have KES 20,538. Held for cash-out: KES 0.
