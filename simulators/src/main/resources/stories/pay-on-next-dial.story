story A quote by text is paid with the PIN on the next dial
after cash-in
person Otieno +254733444555

# Nobody whom she has paid before: the code alone does not do. She lets the time pass.
Wanjiku texts TUMA Ksh500/- KWA 0733444555
Wanjiku gets
    | +254733444555 gets KES 500. Send KES 500, fee KES 5, tax KES 0, total KES 505. Rate 1.00, cost 1.00%. To pay within 10 min: PAY {code}, then dial *384*77#
Wanjiku texts PAY {code}
Wanjiku gets
    | To pay KES 505 for +254733444555, dial *384*77# within 9 min and give your PIN.
clock +11m
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku hangs up

# Another time she dials at once.
Wanjiku texts SEND KES500 TO 0733444555
Wanjiku gets
    | +254733444555 gets KES 500. Send KES 500, fee KES 5, tax KES 0, total KES 505. Rate 1.00, cost 1.00%. To pay within 10 min: PAY {code2}, then dial *384*77#
Wanjiku texts PAY {code2}
Wanjiku gets
    | To pay KES 505 for +254733444555, dial *384*77# within 9 min and give your PIN.
Wanjiku dials *384*77#
    | You asked by text to pay KES 505: +254733444555 gets KES 500.
    | 1 Pay
    | 2 No, not now
Wanjiku types 1
    | +254733444555 gets KES 500 (rate 1.00). You pay KES 505. Can be undone for 30 min. PIN:
    | 0 Back
Wanjiku types 4827
    | Wrong PIN. 2 tries left.
    | +254733444555 gets KES 500 (rate 1.00). You pay KES 505. Can be undone for 30 min. PIN:
    | 0 Back
Wanjiku types 4826
    | Sent. +254733444555 gets KES 500. You paid KES 505. Ref {reference}
    (end)
Wanjiku gets
    | Sent KES 505: KES 500 waits for +254733444555. Fee KES 5, tax KES 0. Ref {reference}. To undo within 30 min: UNDO {reference}
Otieno gets
    | Wanjiku Mwangi sent you KES 500. Dial *384*77# to register and get it within 7 days.
Wanjiku texts STATUS
Wanjiku gets
    | {reference}: KES 500 for +254733444555 is waiting, 2 Mar 17:11.

# Once: the next dial has nothing to pay, nor has the code.
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku hangs up
Wanjiku texts PAY {code2}
Wanjiku gets
    | There is no offer to pay. Ask again: SEND 200 TO 0712345678

# A small sum to somebody she has paid needs no PIN.
Wanjiku texts SEND 100 TO 0733444555
Wanjiku gets
    | +254733444555 gets KES 100. Send KES 100, fee KES 0, tax KES 0, total KES 100. Rate 1.00, cost 0.00%. To pay within 10 min: PAY {code3}
Wanjiku texts PAY {code3}
Wanjiku gets
    | Sent KES 100: KES 100 waits for +254733444555. Fee KES 0, tax KES 0. Ref {reference2}. To undo within 30 min: UNDO {reference2}
Otieno gets
    | Wanjiku Mwangi sent you KES 100. Dial *384*77# to register and get it within 7 days.

# Not now; or all in one text after all.
Wanjiku texts SEND SH 2,050 TO 0733444555
Wanjiku gets
    | +254733444555 gets KES 2,050. Send KES 2,050, fee KES 20, tax KES 0, total KES 2,070. Rate 1.00, cost 0.98%. To pay within 10 min: PAY {code4}, then dial *384*77#
Wanjiku texts PAY {code4}
Wanjiku gets
    | To pay KES 2,070 for +254733444555, dial *384*77# within 9 min and give your PIN.
Wanjiku dials *384*77#
    | You asked by text to pay KES 2,070: +254733444555 gets KES 2,050.
    | 1 Pay
    | 2 No, not now
Wanjiku types 2
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku hangs up
Wanjiku texts PAY {code4} 4826
Wanjiku gets
    | Sent KES 2,070: KES 2,050 waits for +254733444555. Fee KES 20, tax KES 0. Ref {reference3}. To undo within 30 min: UNDO {reference3}
Otieno gets
    | Wanjiku Mwangi sent you KES 2,050. Dial *384*77# to register and get it within 7 days.
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 5
    | Last transactions
    | 1 Sent KES 2,070 2 Mar 17:11
    | 2 Sent KES 100 2 Mar 17:11
    | 3 Sent KES 505 2 Mar 17:11
    | 4 Cash in KES 3,000 2 Mar 17:00
    | 0 Back 00 Home
