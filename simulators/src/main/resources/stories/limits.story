story Exactly at the limit, and one cent more
after agent-abroad
after join-by-sms
Store dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Store types 1
    | The customer's number:
    | 0 Back 00 Home
Store types 617 555 0123
    | How much cash did you get?
    | 0 Back 00 Home
Store types 2000
    | Cash in USD 2,000 for Grace Njeri, 617 555 0123. Your PIN:
    | 0 Back 00 Home
Store types 9472
    | Grace Njeri has USD 2,000 more. Your float: USD 3,000. Ref {reference}
    (end)
Store gets
    | Cash in USD 2,000 for Grace Njeri. Ref {reference}.
Grace gets
    | USD 2,000 cash paid in at Corner Store. Ref {reference}.
person Wanjiku +254712345678
Grace texts SEND 1000.01 TO +254712345678
Grace gets
    | +254712345678 gets KES 127,691.27. Send USD 1,000.01, fee USD 6, tax USD 10, total USD 1,016.01. Rate 127.69, cost 1.81%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | At most USD 1,000 in one payment. Ask Homeline to raise this.
Grace texts SEND 1000 TO +254712345678
Grace gets
    | +254712345678 gets KES 127,690. Send USD 1,000, fee USD 6, tax USD 10, total USD 1,016. Rate 127.69, cost 1.81%. To pay within 10 min: PAY {code2} and your PIN
Grace texts PAY {code2} 8264
Grace gets
    | Sent USD 1,016: KES 127,690 waits for +254712345678. Fee USD 6, tax USD 10. Ref {reference2}. To undo within 30 min: UNDO {reference2}
Wanjiku gets
    | Grace Njeri sent you KES 127,690. Dial *384*77# to register and get it within 30 days.

# The day is full now.
Grace texts SEND 1 TO +254712345678
Grace gets
    | +254712345678 gets KES 127.69. Send USD 1, fee USD 0.99, tax USD 0.01, total USD 2. Rate 127.69, cost 100.21%. To pay within 10 min: PAY {code3}
Grace texts PAY {code3} 8264
Grace gets
    | This passes your limit of USD 1,000 a day.

# The operator raises her tier.
operator customer tier {Grace} standard
    | Tier set.
    |   Name  Grace Njeri
    |   Tier  standard
Grace texts PAY {code3} 8264
Grace gets
    | Sent USD 2: KES 127.69 waits for +254712345678. Fee USD 0.99, tax USD 0.01. Ref {reference3}. To undo within 30 min: UNDO {reference3}
Wanjiku gets
    | Grace Njeri sent you KES 127.69. Dial *384*77# to register and get it within 30 days.

# Back in her first tier the day is full, until she takes back what filled it.
operator customer tier {Grace} starter
    | Tier set.
    |   Name  Grace Njeri
    |   Tier  starter
Grace texts SEND 100 TO +254712345678
Grace gets
    | +254712345678 gets KES 12,769. Send USD 100, fee USD 1.99, tax USD 1, total USD 102.99. Rate 127.69, cost 3.20%. To pay within 10 min: PAY {code4} and your PIN
Grace texts PAY {code4} 8264
Grace gets
    | This passes your limit of USD 1,000 a day.
Grace texts UNDO {reference2}
Grace gets
    | Undone: USD 1,016 is back in your wallet. Ref {reference2}.
Wanjiku gets
    | Grace Njeri took back the KES 127,690 that waited for you.
Grace texts PAY {code4} 8264
Grace gets
    | Sent USD 102.99: KES 12,769 waits for +254712345678. Fee USD 1.99, tax USD 1. Ref {reference4}. To undo within 30 min: UNDO {reference4}
Wanjiku gets
    | Grace Njeri sent you KES 12,769. Dial *384*77# to register and get it within 30 days.
