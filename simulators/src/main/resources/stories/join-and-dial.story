story Somebody joins by text and chooses the PIN by USSD
person Wanjiku +254712345678
Wanjiku texts JOIN Wanjiku Mwangi
Wanjiku gets
    | Welcome to Homeline, Wanjiku Mwangi. Dial *384*77# to choose your PIN.
Wanjiku texts PIN
Wanjiku gets
    | Dial *384*77# to choose your PIN, or another one under My account.
Wanjiku dials *384*77#
    | Choose a PIN of 4 to 6 digits. Tell it to nobody.
Wanjiku types 4826
    | The same PIN once more:
Wanjiku types 4826
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku gets
    | Your Homeline PIN is set. If it was not you, tell Homeline at once.
Wanjiku hangs up
Wanjiku texts JOIN
Wanjiku gets
    | You are with Homeline already, Wanjiku Mwangi. Text MENU.
