story A bank account in the menus: linked, used, and removed
after cash-in

# Wanjiku names her account; the code is on its statement.
Wanjiku dials *384*77#
    | x
Wanjiku types 6
    | x
Wanjiku types 5
    | x
Wanjiku types 5
    | x
Wanjiku types 1
    | x
Wanjiku types 0123456789
    | x
Wanjiku types 4826
    | x
Wanjiku gets
    | x
bank demo-ke statement 0123456789
    | x
Wanjiku dials *384*77#
    | x
Wanjiku types 6
    | x
Wanjiku types 5
    | x
Wanjiku types 6
    | x
Wanjiku types {code}
    | x
Wanjiku gets
    | x

# From the bank, and back to it.
Wanjiku types 1
    | x
Wanjiku types 500
    | x
Wanjiku types 4826
    | x
Wanjiku gets
    | x
Wanjiku dials *384*77#
    | x
Wanjiku types 6
    | x
Wanjiku types 5
    | x
Wanjiku types 2
    | x
Wanjiku types 1000
    | x
Wanjiku types 4826
    | x
Wanjiku gets
    | x

# To somebody else's account at the same bank.
Wanjiku dials *384*77#
    | x
Wanjiku types 6
    | x
Wanjiku types 5
    | x
Wanjiku types 3
    | x
Wanjiku types 1
    | x
Wanjiku types 0123456790
    | x
Wanjiku types 200
    | x
Wanjiku types 1
    | x
Wanjiku types 4826
    | x
Wanjiku gets
    | x
Wanjiku gets
    | x

# Nothing is left of it.
Wanjiku dials *384*77#
    | x
Wanjiku types 6
    | x
Wanjiku types 5
    | x
Wanjiku types 4
    | x
Wanjiku types 1
    | x
Wanjiku types 1
    | x
Wanjiku types 4826
    | x
Wanjiku gets
    | x
