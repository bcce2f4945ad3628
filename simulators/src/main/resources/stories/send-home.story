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

# Grace links her bank account in Boston: who can read its statement can read the code.
Grace texts ADDBANK DEMO-US 4412345678 8264
Grace gets
    | USD 0.50 is taken from ..5678 Demo Bank, to prove that it is yours. Wait for our next SMS. Delete yours, if your PIN is in it.
Grace gets
    | USD 0.50 was taken from ..5678 Demo Bank. Its statement says HOMELINE and 6 digits. Text LINK and the digits within 3 days.
bank demo-us statement 4412345678
    | {today}        USD 2500.00        USD 2500.00  balance brought forward
    | {us}          USD -0.50        USD 2499.50  HOMELINE {code3}
Grace texts LINK {code3}
Grace gets
    | ..5678 Demo Bank is linked, and USD 0.50 from it is in your wallet. If it was not you, tell Homeline at once.

# Her wallet has too little for the next payment, so the bank is asked for the rest. Its answer is lost on the way: nobody knows
# whether it was taken, so it is taken back, until the bank says that it is.
bank demo-us drop-answer 0200
    | to come: drop-answer 0200
Grace texts SEND 250 TO 0712345678
Grace gets
    | Wanjiku Mwangi gets KES 31,922.50 at once, it can not be undone. Send USD 250, fee USD 1.99, tax USD 0.96, total USD 252.95. Rate 127.69, cost 2.00%. Your bank gives USD 156.44. To pay within 10 min: PAY {code4} and your PIN
Grace texts PAY {code4} 8264
Grace gets
    | USD 156.44 is taken from ..5678 Demo Bank, then Wanjiku Mwangi is paid. Wait for our next SMS.
Grace gets
    | Wanjiku Mwangi was not paid: USD 156.44 did not come from ..5678 Demo Bank: the bank did not answer, so it was taken back.
bank demo-us statement 4412345678
    | {today}        USD 2500.00        USD 2500.00  balance brought forward
    | {us}          USD -0.50        USD 2499.50  HOMELINE {code3}
    | {us}        USD -156.44        USD 2343.06  HOMELINE {reference3}
    | {us}         USD 156.44        USD 2499.50  REVERSAL HOMELINE {reference3}

# Once more, and the bank answers.
Grace texts SEND 250 TO 0712345678
Grace gets
    | Wanjiku Mwangi gets KES 31,922.50 at once, it can not be undone. Send USD 250, fee USD 1.99, tax USD 0.96, total USD 252.95. Rate 127.69, cost 2.00%. Your bank gives USD 156.44. To pay within 10 min: PAY {code5} and your PIN
Grace texts PAY {code5} 8264
Grace gets
    | USD 156.44 is taken from ..5678 Demo Bank, then Wanjiku Mwangi is paid. Wait for our next SMS.
Grace gets
    | Sent USD 252.95: Wanjiku Mwangi has KES 31,922.50. Fee USD 1.99, tax USD 0.96. Ref {reference4}. It can't be undone.
Wanjiku gets
    | You got KES 31,922.50 from Grace Njeri. Ref {reference4}. Dial *384*77#

# Wanjiku takes some of it in cash, at the cash terminal that Kamau has now.
operator terminal add T0000001 {Kamau}
    | Terminal added.
    |   Terminal  T0000001
    |   Phone     +254722000111
    |   Name      Kamau's Shop
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
Wanjiku types 6000
    | Cash out KES 6,000. It is held until an agent takes the code. PIN:
    | 0 Back 00 Home
Wanjiku types 4826
    | Code {code6} for KES 6,000. Give it only to the agent who pays you, within 10 min.
    (end)
Wanjiku gets
    | Cash code {code6} for KES 6,000. Show it to an agent within 10 min. Tell it to nobody else.
Kamau keys T0000001 5093 out 0712345678 {code6} 6000
    | Terminal T0000001 of +254722000111. Type help.
    | Signed on, with new keys.
    | terminal> out 0712345678 {code6} 6000
    | PIN (Enter ends)> ****
    | 00 Pay KES 6,000 to Wanjiku Mwangi.
    | Commission KES 30. Ref {reference5}
    | ----------------------------------------
    |                 CASH OUT
    |               KES 6000.00
    | ----------------------------------------
    | Customer                      ******5678
    | Agent                      +254722000111
    | Terminal                        T0000001
    | Date                {at}
    | Approval                          {approval}
    | ----------------------------------------
    |            Keep this receipt
    | ----------------------------------------
    | terminal> quit
Kamau gets
    | Cash out: hand KES 6,000 to Wanjiku Mwangi. Ref {reference5}.
Wanjiku gets
    | KES 6,000 cash paid out at Kamau's Shop. Ref {reference5}.

# Another payment goes straight into a bank account in Kenya.
Grace texts SENDBANK 100 TO DEMO-KE 0123456790
Grace gets
    | ..6790 Demo Bank Kenya gets KES 12,769; once the bank has it, it can't be undone. Send USD 100, fee USD 1.99, tax USD 0, total USD 101.99. Rate 127.69, cost 3.20%. Your bank gives USD 101.99. To pay within 10 min: PAY {code7} and your PIN
Grace texts PAY {code7} 8264
Grace gets
    | USD 101.99 is taken from ..5678 Demo Bank, then ..6790 Demo Bank Kenya is paid. Wait for our next SMS.
Grace gets
    | Sent USD 101.99: KES 12,769 goes to ..6790 Demo Bank Kenya. Fee USD 1.99, tax USD 0. Ref {reference6}. Once the bank has it, it can't be undone. An SMS tells when it is there.
Grace gets
    | KES 12,769 is in ..6790 Demo Bank Kenya. Ref {reference6}.
bank demo-ke statement 0123456790
    | {today}         KES 100.00         KES 100.00  balance brought forward
    | {ke}       KES 12769.00       KES 12869.00  HOMELINE {reference6}

# When the day is over, each bank's totals are held against Homeline's.
clock +24h
operator settlement close-day demo-us
    | Day closed.
    |   Day  {us}
    | WHERE        STATE     DEBITS           REVERSED DEBITS  CREDITS        REVERSED CREDITS  ACCOUNTS HAVE MORE
    | here         balanced  4 of USD 415.37  1 of USD 156.44  0 of USD 0.00  0 of USD 0.00     USD -258.93
    | at the bank  balanced  4 of USD 415.37  1 of USD 156.44  0 of USD 0.00  0 of USD 0.00     USD -258.93
operator settlement close-day demo-ke
    | Day closed.
    |   Day  {ke}
    | WHERE        STATE     DEBITS         REVERSED DEBITS  CREDITS            REVERSED CREDITS  ACCOUNTS HAVE MORE
    | here         balanced  0 of KES 0.00  0 of KES 0.00    1 of KES 12769.00  0 of KES 0.00     KES 12769.00
    | at the bank  balanced  0 of KES 0.00  0 of KES 0.00    1 of KES 12769.00  0 of KES 0.00     KES 12769.00
operator settlement settle demo-us USD258.93 --reference wire-0302
    | Payment proposed.
    |   Id       {id1}
    |   Partner  demo-us
    |   Amount   USD 258.93
    |   Paid by  Demo Bank
    |   Left     USD 0.00
    |   Needs    another person than {operator}
    |   Next     ./homeline settlement approve {id1} --as settle --gap=258.93USD --reason TEXT
operator ben: settlement approve {id1} --as settle --gap=258.93USD --reason statement
    | Approved.
    |   Id           {id1}
    |   Correction   settle
    |   Proposed by  {operator}
    |   Moves        USD 258.93
operator settlement settle demo-ke KES12769 --reference wire-0303
    | Payment proposed.
    |   Id       {id2}
    |   Partner  demo-ke
    |   Amount   KES 12769.00
    |   Paid by  Homeline
    |   Left     KES 0.00
    |   Needs    another person than {operator}
    |   Next     ./homeline settlement approve {id2} --as settle --gap=-12769.00KES --reason TEXT
operator ben: settlement approve {id2} --as settle --gap=-12769.00KES --reason statement
    | Approved.
    |   Id           {id2}
    |   Correction   settle
    |   Proposed by  {operator}
    |   Moves        KES -12769.00
operator settlement status
    | PARTNER  LINK       UNDER WAY  POSITION  ON ITS WAY           ALARM             CAP  CLOSED      DIFFERENT
    | demo-ke  signed on          0  even        KES 0.00  KES 4000000.00  KES 5000000.00  {ke}          0
    | demo-us  signed on          0  even        USD 0.00    USD 80000.00   USD 100000.00  {us}          0
