story What can't be read is answered three times, then met with silence
person Grace +16175550123
Grace texts hello there
Grace gets
    | Homeline could not read that. Text MENU to see what you can write.
Grace texts Thank you for your message! We will get back to you.
Grace gets
    | Homeline could not read that. Text MENU to see what you can write.
Grace texts Thank you for your message! We will get back to you.
Grace gets
    | Homeline could not read that. Text MENU to see what you can write.
Grace texts Thank you for your message! We will get back to you.
Grace texts MENU
Grace gets
    | Homeline: SEND 200 TO 0712345678, PAY code, UNDO ref, STATUS, BAL, RATE KENYA, LAST, SAVE MAMA 0712345678, BANKS, SENDBANK, PIN, LANG, JOIN name.

clock +61m
Grace texts SNED 200 TO 0712345678
Grace gets
    | That could not be read. Write it like this: SEND 200 TO 0712345678
