story Money is sent to an account at a bank abroad
after cash-in-abroad

Grace texts SENDBANK 100 TO DEMO-KE 0123456789
Grace gets
    | x
Grace texts PAY {code} 8264
Grace gets
    | x
Grace gets
    | x
bank demo-ke statement 0123456789
    | x
Grace texts STATUS
Grace gets
    | x
