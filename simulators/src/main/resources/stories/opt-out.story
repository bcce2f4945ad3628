story STOP means silence, START ends it
after cash-in-abroad
Grace texts STOP
Grace gets
    | You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.
Grace texts BAL

# What happens to her money is not told either, until she wants it.
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
Store types 10
    | Cash in USD 10 for Grace Njeri, 617 555 0123. Your PIN:
    | 0 Back 00 Home
Store types 9472
    | Grace Njeri has USD 10 more. Your float: USD 4,690. Ref {reference}
    (end)
Store gets
    | Cash in USD 10 for Grace Njeri. Ref {reference}.
Grace texts START
Grace gets
    | You have successfully been re-subscribed to messages from this number. Reply STOP to unsubscribe.
Grace texts BAL
Grace gets
    | You have USD 310. Held for cash-out: USD 0.
