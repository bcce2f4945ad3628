story Somebody joins by text and chooses the PIN by USSD
person Grace +16175550123
Grace texts join Grace Njeri
Grace gets
    | Welcome to Homeline, Grace Njeri. Dial *384*77# to choose your PIN.
Grace dials *384*77#
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
Grace types 8264
    | The same PIN once more:
Grace types 8264
    | Your PIN is set.
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Grace hangs up

# Once is enough.
Grace texts JOIN
Grace gets
    | You are with Homeline already, Grace Njeri. Text MENU.
