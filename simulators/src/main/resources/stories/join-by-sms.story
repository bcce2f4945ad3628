story Somebody joins by text and chooses the PIN on a page
person Grace +16175550123
Grace texts join Grace Njeri
Grace gets
    | Welcome to Homeline, Grace Njeri. Choose your PIN within 30 min: {link}
Grace opens {link}
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | New PIN
    | New PIN once more
    | Save
Grace sends 1234 1234
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | That PIN is too easy to guess: no row of digits, no year, no part of your number.
    | New PIN
    | New PIN once more
    | Save
Grace sends 8264 8265
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | The two PINs differ.
    | New PIN
    | New PIN once more
    | Save
Grace sends 8264 8264
    | Your Homeline PIN
    | Your PIN is set. You can close this page.
Grace gets
    | Your Homeline PIN is set. If it was not you, tell Homeline at once.

# A link serves once.
Grace opens {link}
    | Your Homeline PIN
    | This link is over or was used already. Text PIN to Homeline for a new one.

# Once is enough.
Grace texts JOIN
Grace gets
    | You are with Homeline already, Grace Njeri. Text MENU.
