story An offer lives ten minutes
after cash-in-abroad
Grace texts SEND 200 TO +254712345678
Grace gets
    | +254712345678 gets KES 25,538. Send USD 200, fee USD 1.99, tax USD 2, total USD 203.99. Rate 127.69, cost 2.20%. To pay within 10 min: PAY {code} and your PIN
clock +11m
Grace texts PAY {code} 8264
Grace gets
    | There is no offer to pay. Ask again: SEND 200 TO 0712345678

# A wrong code is not an old one; three of them end the offer.
Grace texts SEND 200 TO +254712345678
Grace gets
    | +254712345678 gets KES 25,538. Send USD 200, fee USD 1.99, tax USD 2, total USD 203.99. Rate 127.69, cost 2.20%. To pay within 10 min: PAY {code2} and your PIN
Grace texts PAY {code2+1} 8264
Grace gets
    | That code is wrong. Nothing was paid.
Grace texts PAY {code2+1} 8264
Grace gets
    | That code is wrong. Nothing was paid.
Grace texts PAY {code2+1} 8264
Grace gets
    | That code is wrong. Nothing was paid.
Grace texts PAY {code2} 8264
Grace gets
    | There is no offer to pay. Ask again: SEND 200 TO 0712345678
