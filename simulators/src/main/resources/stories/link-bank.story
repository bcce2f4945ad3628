story A bank account is linked by the code on its statement
after cash-in-abroad

# Grace asks which banks there are, and names her account. A number alone proves nothing.
Grace texts BANKS
Grace gets
    | To link your account, write ADDBANK, the bank's word, the number and your PIN:
    | demo-us Demo Bank
Grace texts ADDBANK DEMO-US 4412345678
Grace gets
    | This needs your PIN. Write the same with your PIN behind it, then delete that message.
Grace texts ADDBANK DEMO-US 4412345678 8264
Grace gets
    | USD 0.50 is taken from ..5678 Demo Bank, to prove that it is yours. Wait for our next SMS. Delete yours, if your PIN is in it.
Grace gets
    | USD 0.50 was taken from ..5678 Demo Bank. Its statement says HOMELINE and 6 digits. Text LINK and the digits within 3 days.

# Who can read the statement can read the code.
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {code}
Grace texts LINK {code+1}
Grace gets
    | That code is wrong. Look for HOMELINE and 6 digits on your bank statement.
Grace texts LINK {code}
Grace gets
    | ..5678 Demo Bank is linked, and USD 0.50 from it is in your wallet. If it was not you, tell Homeline at once.
Grace texts ACCOUNTS
Grace gets
    | TOPUP 100 takes money from your account, TOBANK 100 puts it there. Your accounts:
    | ..5678 Demo Bank: linked
Grace texts BAL
Grace gets
    | You have USD 300.50. Held for cash-out: USD 0.
