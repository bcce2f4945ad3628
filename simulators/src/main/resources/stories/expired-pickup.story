story Nobody collects, and the money goes back
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

clock +30d
Grace gets
    | +254712345678 did not collect in time: USD 203.99 is back in your wallet. Ref {reference}.
Wanjiku gets
    | The KES 25,538 from Grace Njeri was not collected in time and went back.
Grace texts BAL
Grace gets
    | You have USD 300. Held for cash-out: USD 0.
Grace texts STATUS {reference}
Grace gets
    | {reference}: KES 25,538 for +254712345678 is returned, 1 Apr 10:00.
