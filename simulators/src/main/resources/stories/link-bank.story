story A bank account is linked by the code on its statement
after cash-in-abroad

# Grace asks which banks there are, and names her account. A number alone proves nothing.
Grace texts BANKS
Grace gets
    | x
Grace texts ADDBANK DEMO-US 4412345678
Grace gets
    | x
Grace texts ADDBANK DEMO-US 4412345678 8264
Grace gets
    | x
Grace gets
    | x

# Who can read the statement can read the code.
bank demo-us statement 4412345678
    | x
Grace texts LINK {code+1}
Grace gets
    | x
Grace texts LINK {code}
Grace gets
    | x
Grace texts ACCOUNTS
Grace gets
    | x
Grace texts BAL
Grace gets
    | x
