story What a bank sends back days later is its customer's again
after bank-withdraw

# The money had arrived, and both sides agreed about that day.
clock +24h
operator settlement close-day demo-us
    | Day closed.
    |   Day  2026-03-02
    | WHERE        STATE     DEBITS         REVERSED DEBITS  CREDITS         REVERSED CREDITS  ACCOUNTS HAVE MORE
    | here         balanced  1 of USD 0.50  0 of USD 0.00    1 of USD 50.00  0 of USD 0.00     USD 49.50
    | at the bank  balanced  1 of USD 0.50  0 of USD 0.00    1 of USD 50.00  0 of USD 0.00     USD 49.50

# The day after, on which nothing else happens, the bank undoes it of its own accord.
bank demo-us return 4412345678
    | sent back: the credit of 2026-03-02
bank demo-us statement 4412345678
    | 2026-03-02        USD 2500.00        USD 2500.00  balance brought forward
    | 2026-03-02          USD -0.50        USD 2499.50  HOMELINE {link-bank.code}
    | 2026-03-02          USD 50.00        USD 2549.50  HOMELINE {bank-withdraw.reference}
    | 2026-03-03         USD -50.00        USD 2499.50  REVERSAL HOMELINE {bank-withdraw.reference}
clock +24h
operator settlement close-day demo-us
    | Day differs.
    |   Day   2026-03-03
    |   Next  ./homeline settlement close-day demo-us 2026-03-03 --items FILE
    | WHERE        STATE      DEBITS         REVERSED DEBITS  CREDITS        REVERSED CREDITS  ACCOUNTS HAVE MORE
    | here         different  0 of USD 0.00  0 of USD 0.00    0 of USD 0.00  0 of USD 0.00     USD 0.00
    | at the bank  different  0 of USD 0.00  0 of USD 0.00    0 of USD 0.00  1 of USD 50.00    USD -50.00
bank demo-us items
    | {items}
operator settlement close-day demo-us --items {items}
    | Day differs.
    |   Day   2026-03-03
    |   Next  ./homeline settlement close-day demo-us 2026-03-03 --items FILE
    | WHERE        STATE      DEBITS         REVERSED DEBITS  CREDITS        REVERSED CREDITS  ACCOUNTS HAVE MORE
    | here         different  0 of USD 0.00  0 of USD 0.00    0 of USD 0.00  0 of USD 0.00     USD 0.00
    | at the bank  different  0 of USD 0.00  0 of USD 0.00    0 of USD 0.00  1 of USD 50.00    USD -50.00
    | Compared.
    |   Day                   2026-03-03
    |   Instructions          0
    |   Items                 1
    |   New exceptions        1
    |   Known exceptions      0
    |   No longer different   0
    |   Corrections in doubt  0
operator settlement exceptions
    | ID                                    PARTNER  DAY         KIND           HERE                         BANK                                GAP  CORRECTION  STATE
    | {id}  demo-us  2026-03-03  unknown-to-us  settled credit of USD 50.00  reversed credit of USD 50.00  USD 50.00  return?     open

# One operator proposes, another approves, and Grace hears of it.
operator settlement resolve {id} --as return --reason letter
    | Proposed.
    |   Id          {id}
    |   Correction  return
    |   Moves       USD 50.00
    |   Needs       another person than {operator}
    |   Next        ./homeline settlement approve {id} --as return --gap=50.00USD --reason TEXT
operator settlement approve {id} --as return --gap=50.00USD --reason letter
    | homeline: {operator} proposed it, so another operator has to approve it
operator ben: settlement approve {id} --as return --reason letter
    | homeline: it is proposed as return of 50.00USD, by {operator}, and nothing was done: if that is meant, say --as return --gap=50.00USD. See ./homeline settlement show {id}
operator ben: settlement approve {id} --as return --gap=50.00USD --reason letter
    | Approved.
    |   Id           {id}
    |   Correction   return
    |   Proposed by  {operator}
    |   Moves        USD 50.00
Grace gets
    | USD 50 came back from ..5678 Demo Bank: the bank did not keep it. It is in your wallet again. Ref {bank-withdraw.reference}.
Grace texts BAL
Grace gets
    | You have USD 300.50. Held for cash-out: USD 0.
operator settlement resolve {id} --as write-off --reason letter
    | homeline: it is resolved already, as return, approved by ben
