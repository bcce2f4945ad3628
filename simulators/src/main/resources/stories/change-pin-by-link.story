story Somebody who can not dial changes the PIN on the page
after join-by-sms

# Who wants another PIN asks for another link, and has to know the one there is.
Grace texts PIN
Grace gets
    | Grace Njeri, choose your Homeline PIN within 30 min: {link}
Grace opens {link}
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | Your present PIN
    | New PIN
    | New PIN once more
    | Save
Grace sends 8265 7391 7391
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | Wrong PIN. 2 tries left.
    | Your present PIN
    | New PIN
    | New PIN once more
    | Save
Grace sends 8264 7391 7391
    | Your Homeline PIN
    | Your PIN is set. You can close this page.
Grace gets
    | Your Homeline PIN was changed. If it was not you, tell Homeline at once.
