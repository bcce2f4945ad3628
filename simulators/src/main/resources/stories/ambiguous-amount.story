story An amount that can be read in two ways
after cash-in-abroad
Grace texts SEND 1.500 TO +254712345678
Grace gets
    | Is that USD 1,500 or USD 1.50? Write it again without dots or commas between thousands.
Grace texts SEND $1.50 TO +254712345678
Grace gets
    | +254712345678 gets KES 191.53. Send USD 1.50, fee USD 0.99, tax USD 0.02, total USD 2.51. Rate 127.69, cost 67.21%. To pay within 10 min: PAY {code} and your PIN
Grace texts send 1,50 to +254712345678
Grace gets
    | +254712345678 gets KES 191.53. Send USD 1.50, fee USD 0.99, tax USD 0.02, total USD 2.51. Rate 127.69, cost 67.21%. To pay within 10 min: PAY {code2} and your PIN
Grace texts SEND 0.50 TO +254712345678
Grace gets
    | The least you can send is USD 1.
Grace texts SEND 10 DOLLARS OR SO
Grace gets
    | OR SO is no number and no saved name. To save one: SAVE MAMA 0712345678
