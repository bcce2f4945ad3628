story Money is sent to an account at a bank abroad
after cash-in-abroad

Grace texts SENDBANK 100 TO DEMO-KE 0123456789
Grace gets
    | ..6789 Demo Bank Kenya gets KES 12,769; once the bank has it, it can't be undone. Send USD 100, fee USD 1.99, tax USD 1, total USD 102.99. Rate 127.69, cost 3.20%. To pay within 10 min: PAY {code} and your PIN
Grace texts PAY {code} 8264
Grace gets
    | Sent USD 102.99: KES 12,769 goes to ..6789 Demo Bank Kenya. Fee USD 1.99, tax USD 1. Ref {reference}. Once the bank has it, it can't be undone. An SMS tells when it is there.
Grace gets
    | KES 12,769 is in ..6789 Demo Bank Kenya. Ref {reference}.
bank demo-ke statement 0123456789
    | 2026-03-02       KES 50000.00       KES 50000.00  balance brought forward
    | 2026-03-03       KES 12769.00       KES 62769.00  HOMELINE {reference}
Grace texts STATUS
Grace gets
    | {reference}: KES 12,769 for ..6789 Demo Bank Kenya is in the bank account, 2 Mar 09:00.
