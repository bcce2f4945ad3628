story A link to choose the PIN lasts half an hour
person Grace +16175550123
Grace texts JOIN Grace Njeri
Grace gets
    | Welcome to Homeline, Grace Njeri. Choose your PIN within 30 min: {link}
clock +31m
Grace opens {link}
    | Your Homeline PIN
    | This link is over or was used already. Text PIN to Homeline for a new one.
Grace sends 8264 8264
    | Your Homeline PIN
    | This link is over or was used already. Text PIN to Homeline for a new one.
Grace texts JOIN
Grace gets
    | Grace Njeri, choose your Homeline PIN within 30 min: {link2}
Grace opens {link2}
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | New PIN
    | New PIN once more
    | Save
