story Undone within half an hour
# All of it comes back, fee and tax too.
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

clock +29m
# The screen offers it too.
Grace dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Grace types 5
    | Last transactions
    | 1 Sent USD 203.99 2 Mar 09:00
    | 2 Cash in USD 300 2 Mar 09:00
    | 0 Back 00 Home
Grace types 1
    | Sent USD 203.99
    | +254712345678
    | 2 Mar 09:00
    | Ref {reference}
    | 1 Undo this payment
    | 0 Back 00 Home
Grace types 0
    | Last transactions
    | 1 Sent USD 203.99 2 Mar 09:00
    | 2 Cash in USD 300 2 Mar 09:00
    | 0 Back 00 Home
Grace hangs up
Grace texts UNDO {reference}
Grace gets
    | Undone: USD 203.99 is back in your wallet. Ref {reference}.
Wanjiku gets
    | Grace Njeri took back the KES 25,538 that waited for you.
Grace texts BAL
Grace gets
    | You have USD 300. Held for cash-out: USD 0.
Grace texts UNDO {reference}
Grace gets
    | It was undone before.
