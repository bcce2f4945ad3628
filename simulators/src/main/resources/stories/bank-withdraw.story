story Money goes from the wallet to its owner's bank account
after link-bank

Grace texts TOBANK 50 8264
Grace gets
    | x
Grace gets
    | x
bank demo-us statement 4412345678
    | x

# The bank refuses: what was cash is cash again.
bank demo-us decline:62 0200
    | x
Grace texts TOBANK 50 8264
Grace gets
    | x
Grace gets
    | x
Grace texts BAL
Grace gets
    | x
