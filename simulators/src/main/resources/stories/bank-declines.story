story A bank declines, and everything comes back
after cash-in-abroad

# The account is closed: Grace gets back what she paid, fee and tax too.
Grace texts SENDBANK 100 TO DEMO-KE 0123456791
Grace gets
    | ..6791 Demo Bank Kenya gets KES 12,769; once the bank has it, it can't be undone. Send USD 100, fee USD 1.99, tax USD 1, total USD 102.99. Rate 127.69, cost 3.20%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | Sent USD 102.99: KES 12,769 goes to ..6791 Demo Bank Kenya. Fee USD 1.99, tax USD 1. Ref {reference}. Once the bank has it, it can't be undone. An SMS tells when it is there.
Grace gets
    | KES 12,769 did not reach ..6791 Demo Bank Kenya: the account does not allow it. USD 102.99 is back in your wallet, fees too. Ref {reference}.
Grace texts BAL
Grace gets
    | You have USD 300. Held for cash-out: USD 0.

# The bank does not answer: it is told to take it back, and Grace hears so.
Grace texts ADDBANK DEMO-US 4412345678 8264
Grace gets
    | USD 0.50 is taken from ..5678 Demo Bank, to prove that it is yours. Wait for our next SMS. Delete yours, if your PIN is in it.
Grace gets
    | USD 0.50 was taken from ..5678 Demo Bank. Its statement says HOMELINE and 6 digits. Text LINK and the digits within 3 days.
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {code2}
Grace texts LINK {code2}
Grace gets
    | ..5678 Demo Bank is linked, and USD 0.50 from it is in your wallet. If it was not you, tell Homeline at once.
bank demo-us drop-answer 0200
    | to come: drop-answer 0200
Grace texts TOPUP 100 8264
Grace gets
    | ..5678 Demo Bank is asked for USD 100. An SMS tells when it is there.
Grace gets
    | USD 100 did not come from ..5678 Demo Bank: the bank did not answer, so it was taken back.
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {code2}
    | 2026-03-02        USD -100.00        USD 2399.50  HOMELINE {reference2}
    | 2026-03-02         USD 100.00        USD 2499.50  REVERSAL HOMELINE {reference2}
