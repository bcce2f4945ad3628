story An agent gives float back
# Kamau was paid out by the bank; the operator takes as much from his float, and never more than is in it.
after agent-starts

operator agent take-float {Kamau} 20000 --reason slip-4712
    | Taken.
    |   Name    Kamau's Shop
    |   Amount  KES 20000.00
    |   Left    KES 30000.00
Kamau gets
    | KES 20,000 taken from your float. You have KES 30,000.
operator agent take-float {Kamau} 30000.01 --reason too-much
    | homeline: not enough float: left KES 30000.00
operator agent take-float {Kamau} 30000 --reason closed
    | Taken.
    |   Name    Kamau's Shop
    |   Amount  KES 30000.00
    |   Left    KES 0.00
Kamau gets
    | KES 30,000 taken from your float. You have KES 0.

# What could mean two amounts is none, in either direction.
operator agent float {Kamau} 10.123 cash
    | homeline: '10.123' is no amount of KES that can be read in one way only: write it in plain digits, as 10123 or 10123.50
operator agent take-float {Kamau} 10,123 --reason cash
    | homeline: '10,123' is no amount of KES that can be read in one way only: write it in plain digits, as 10123 or 10123.50
operator agent take-float 0722000111 10 --reason cash
    | homeline: no agent has the number '0722000111': a number is written with its country's code, as +254712345678 (Kenya) or +16175550123 (United States)
operator agent float {Kamau} 10123.50 cash
    | Loaded.
    |   Name    Kamau's Shop
    |   Amount  KES 10123.50
    |   Left    KES 10123.50
Kamau gets
    | KES 10,123.50 added to your float. You have KES 10,123.50.
