story Money comes from the bank: into the wallet, and for what it lacks
after link-bank

# What comes from the bank is kept apart from cash: it bears no tax.
Grace texts TOPUP 100
Grace gets
    | This needs your PIN. Write the same with your PIN behind it, then delete that message.
Grace texts TOPUP 100 8264
Grace gets
    | ..5678 Demo Bank is asked for USD 100. An SMS tells when it is there.
Grace gets
    | USD 100 came from ..5678 Demo Bank. You have USD 400.50. Ref {reference}.

# Sending more than there is: the bank is asked for the rest.
Grace texts SEND 500 TO +254 712 345 678
Grace gets
    | +254712345678 gets KES 63,845. Send USD 500, fee USD 1.99, tax USD 3, total USD 504.99. Rate 127.69, cost 1.60%. Your bank gives USD 104.49. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | USD 104.49 is taken from ..5678 Demo Bank, then +254712345678 is paid. Wait for our next SMS.
Grace gets
    | Sent USD 504.99: KES 63,845 waits for +254712345678. Fee USD 1.99, tax USD 3. Ref {reference2}. To undo within 30 min: UNDO {reference2}
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {link-bank.code}
    | 2026-03-02        USD -100.00        USD 2399.50  HOMELINE {reference3}
    | 2026-03-02        USD -104.49        USD 2295.01  HOMELINE {reference4}
