story Money comes from the bank: into the wallet, and for what it lacks
after link-bank

# What comes from the bank is kept apart from cash: it bears no tax.
Grace texts TOPUP 100
Grace gets
    | x
Grace texts TOPUP 100 8264
Grace gets
    | x
Grace gets
    | x
Grace texts LAST
Grace gets
    | x

# Sending more than there is: the bank is asked for the rest.
Grace texts SEND 500 TO +254 712 345 678
Grace gets
    | x
Grace texts PAY {code} 8264
Grace gets
    | x
Grace gets
    | x
bank demo-us statement 4412345678
    | x
