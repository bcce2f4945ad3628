story Money goes from the wallet to its owner's bank account
after link-bank

Grace texts TOBANK 50 8264
Grace gets
    | USD 50 is on its way to ..5678 Demo Bank. An SMS tells when it is there. Ref {reference}
Grace gets
    | USD 50 is in ..5678 Demo Bank. Ref {reference}.
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {link-bank.code}
    | 2026-03-02          USD 50.00        USD 2549.50  HOMELINE {reference}

# The bank refuses: what was cash is cash again.
bank demo-us decline:62 0200
    | to come: decline:62 0200
Grace texts TOBANK 50 8264
Grace gets
    | USD 50 is on its way to ..5678 Demo Bank. An SMS tells when it is there. Ref {reference2}
Grace gets
    | USD 50 did not reach ..5678 Demo Bank: the account does not allow it. It is in your wallet again. Ref {reference2}.
Grace texts BAL
Grace gets
    | You have USD 250.50. Held for cash-out: USD 0.
