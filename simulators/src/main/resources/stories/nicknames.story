story Saved names
after cash-in-abroad
person Wanjiku +254712345678
Grace texts SAVE MAMA +254712345678
Grace gets
    | MAMA is +254712345678. Now you can write: SEND 200 TO MAMA
Grace texts SEND 15 TO MAMA
Grace gets
    | +254712345678 gets KES 1,915.35. Send USD 15, fee USD 0.99, tax USD 0.15, total USD 16.14. Rate 127.69, cost 7.81%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code}
Grace gets
    | This payment needs your PIN. Write PAY, the code and your PIN, then delete that message.
Grace texts PAY {code} 8264
Grace gets
    | Sent USD 16.14: KES 1,915.35 waits for +254712345678. Fee USD 0.99, tax USD 0.15. Ref {reference}. To undo within 30 min: UNDO {reference}
Wanjiku gets
    | Grace Njeri sent you KES 1,915.35. Dial *384*77# to register and get it within 30 days.

# A small payment to somebody who was paid before needs no PIN.
Grace texts SEND 15 MAMA
Grace gets
    | +254712345678 gets KES 1,915.35. Send USD 15, fee USD 0.99, tax USD 0.15, total USD 16.14. Rate 127.69, cost 7.81%. To pay within 10 min: PAY {code2}
Grace texts PAY {code2}
Grace gets
    | Sent USD 16.14: KES 1,915.35 waits for +254712345678. Fee USD 0.99, tax USD 0.15. Ref {reference2}. To undo within 30 min: UNDO {reference2}
Wanjiku gets
    | Grace Njeri sent you KES 1,915.35. Dial *384*77# to register and get it within 30 days.
Grace texts LAST
Grace gets
    | Last:
    | Sent USD 16.14 +254712345678 2 Mar 09:00 {reference2}
    | Sent USD 16.14 +254712345678 2 Mar 09:00 {reference}
    | Cash in USD 300 Corner Store 2 Mar 09:00 {cash-in-abroad.reference}

# A name that was another number's says so.
Grace texts SAVE MAMA +254733000001
Grace gets
    | MAMA was +254712345678; now it is +254733000001. If that was not you, tell Homeline.
Grace texts SAVE MAMA +254733000001
Grace gets
    | MAMA is +254733000001. Now you can write: SEND 200 TO MAMA
Grace texts SEND 15 MAMA
Grace gets
    | +254733000001 gets KES 1,915.35. Send USD 15, fee USD 0.99, tax USD 0.15, total USD 16.14. Rate 127.69, cost 7.81%. To pay within 10 min: PAY {code3} and your PIN
