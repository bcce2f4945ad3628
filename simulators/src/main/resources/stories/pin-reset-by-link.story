story Somebody who can not dial forgot the PIN
after join-by-sms

# A link from before is over with the PIN that it was to change.
Grace texts PIN
Grace gets
    | Grace Njeri, choose your Homeline PIN within 30 min: {link}
operator customer reset-pin {Grace} --reason video-call
    | PIN reset.
    |   Name        Grace Njeri
    |   Held until  5 Mar 2026 14:00 UTC
Grace gets
    | Your Homeline PIN was reset. Text PIN to get a link to choose one. No money can leave your account for 3 days. If you did not ask for this, tell Homeline at once.
Grace opens {link}
    | Your Homeline PIN
    | This link is over or was used already. Text PIN to Homeline for a new one.
Grace texts PIN
Grace gets
    | Grace Njeri, choose your Homeline PIN within 30 min: {link2}
Grace opens {link2}
    | Your Homeline PIN
    | Grace Njeri, choose a PIN of 4 to 6 digits. Tell it to nobody.
    | New PIN
    | New PIN once more
    | Save
Grace sends 7391 7391
    | Your Homeline PIN
    | Your PIN is set. You can close this page.
Grace gets
    | Your Homeline PIN is set. If it was not you, tell Homeline at once.
operator customer reset-pin {Grace} --reason once-more
    | PIN reset.
    |   Name        Grace Njeri
    |   Held until  5 Mar 2026 14:00 UTC
Grace gets
    | Your Homeline PIN was reset. Text PIN to get a link to choose one. No money can leave your account for 3 days. If you did not ask for this, tell Homeline at once.
operator customer reset-pin {Grace} --reason once-more
    | homeline: no pin: name Grace Njeri
