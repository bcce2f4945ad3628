story The language can be changed at any time
after register
Wanjiku dials *384*77#
    | Homeline
    | 1 Money waiting
    | 2 Balance
    | 3 Send
    | 4 Cash out
    | 5 Last transactions
    | 6 My account
Wanjiku types 6
    | My account
    | 1 Language
    | 2 Change PIN
    | 3 Saved names
    | 4 Save a name
    | 5 My bank
    | 0 Back 00 Home
Wanjiku types 1
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
    | 0 Back 00 Home
Wanjiku types 4
    | Sasa kwa Kiswahili.
    | Akaunti yangu
    | 1 Lugha
    | 2 Badili PIN
    | 3 Majina yaliyohifadhiwa
    | 4 Hifadhi jina
    | 5 Benki yangu
    | 0 Rudi 00 Mwanzo
Wanjiku types 00
    | Homeline
    | 1 Pesa zinazosubiri
    | 2 Salio
    | 3 Tuma pesa
    | 4 Toa pesa
    | 5 Miamala ya mwisho
    | 6 Akaunti yangu
Wanjiku hangs up
Wanjiku texts SALIO
Wanjiku gets
    | Una KES 0. Zimeshikiliwa kwa kutoa: KES 0.
Wanjiku texts LANG ENGLISH
Wanjiku gets
    | Homeline will write to you in English.
Wanjiku texts SALIO
Wanjiku gets
    | You have KES 0. Held for cash-out: KES 0.
