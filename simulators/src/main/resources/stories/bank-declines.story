story A bank declines, and everything comes back
after cash-in-abroad

# The account is closed: Grace gets back what she paid, fee and tax too.
Grace texts SENDBANK 100 TO DEMO-KE 0123456791
Grace gets
    | x
Grace texts PAY {code} 8264
Grace gets
    | x
Grace gets
    | x
Grace texts BAL
Grace gets
    | x

# The bank does not answer: it is told to take it back, and Grace hears so.
Grace texts ADDBANK DEMO-US 4412345678 8264
Grace gets
    | x
Grace gets
    | x
bank demo-us statement 4412345678
    | x
Grace texts LINK {code2}
Grace gets
    | x
bank demo-us drop-answer 0200
    | x
Grace texts TOPUP 100 8264
Grace gets
    | x
Grace gets
    | x
bank demo-us statement 4412345678
    | x
