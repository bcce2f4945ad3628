story A sender abroad pays in cash
# Grace in Boston joins by text and chooses her PIN on a page; at the corner store, an agent, she pays in 300 dollars.
after agent-abroad
after join-by-sms
Store dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Store types 1
    | The customer's number:
    | 0 Back 00 Home
Store types 617 555 0123
    | How much cash did you get?
    | 0 Back 00 Home
Store types 300
    | Cash in USD 300 for Grace Njeri, 617 555 0123. Your PIN:
    | 0 Back 00 Home
Store types 9472
    | Grace Njeri has USD 300 more. Your float: USD 4,700. Ref {reference}
    (end)
Store gets
    | Cash in USD 300 for Grace Njeri. Ref {reference}.
Grace gets
    | USD 300 cash paid in at Corner Store. Ref {reference}.
