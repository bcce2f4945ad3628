story Kwa Kiswahili: from phone to phone
after agent-starts
person Amina +254711222333
person Juma +254733444555
Amina dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Amina types 4
    | Jina lako, kama kwenye kitambulisho:
    | 0 Rudi
Amina types Amina Hassan
    | Chagua PIN ya tarakimu 4 hadi 6. Usimwambie mtu.
    | 0 Rudi
Amina types 4826
    | Weka PIN hiyo tena:
    | 0 Rudi
Amina types 4826
    | Karibu, Amina Hassan.
    | Homeline
    | 1 Pesa zinazosubiri
    | 2 Salio
    | 3 Tuma pesa
    | 4 Toa pesa
    | 5 Miamala ya mwisho
    | 6 Akaunti yangu
Amina gets
    | Karibu Homeline, Amina Hassan. Piga *384*77# wakati wowote, au tuma MENU.
Amina hangs up
Kamau dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Kamau types 1
    | The customer's number:
    | 0 Back 00 Home
Kamau types 0711222333
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 3000
    | Cash in KES 3,000 for Amina Hassan, 0711222333. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Amina Hassan has KES 3,000 more. Your float: KES 47,000. Ref {reference}
    (end)
Kamau gets
    | Cash in KES 3,000 for Amina Hassan. Ref {reference}.
Amina gets
    | Umeweka KES 3,000 kwa Kamau's Shop. Kumb {reference}.
Amina texts TUMA 500 KWA 0733444555
Amina gets
    | +254733444555 atapata KES 500. Unatuma KES 500, ada KES 5, kodi KES 0, jumla KES 505. Kiwango 1.00, gharama 1.00%. Kulipa ndani ya dakika 10: LIPA {code}, kisha piga *384*77#
Amina texts LIPA {code} 4826
Amina gets
    | Umetuma KES 505: KES 500 zinamsubiri +254733444555. Ada KES 5, kodi KES 0. Kumb {reference2}. Kurudisha ndani ya dakika 30: RUDISHA {reference2}
Juma gets
    | Amina Hassan sent you KES 500. Dial *384*77# to register and get it within 7 days.
Juma dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Juma types 4
    | Jina lako, kama kwenye kitambulisho:
    | 0 Rudi
Juma types Juma Ali
    | Chagua PIN ya tarakimu 4 hadi 6. Usimwambie mtu.
    | 0 Rudi
Juma types 7302
    | Weka PIN hiyo tena:
    | 0 Rudi
Juma types 7302
    | Karibu, Juma Ali.
    | Homeline
    | 1 Pesa zinazosubiri
    | 2 Salio
    | 3 Tuma pesa
    | 4 Toa pesa
    | 5 Miamala ya mwisho
    | 6 Akaunti yangu
Amina gets
    | Juma Ali amechukua KES 500. Kumb {reference2}.
Juma gets
    | Umepokea KES 500 kutoka kwa Amina Hassan. Kumb {reference2}. Piga *384*77#
Juma gets
    | Karibu Homeline, Juma Ali. Piga *384*77# wakati wowote, au tuma MENU.
Juma types 4
    | Kiasi gani taslimu?
    | 0 Rudi 00 Mwanzo
Juma types 200
    | Toa KES 200. Zitashikiliwa hadi wakala atumie msimbo. PIN:
    | 0 Rudi 00 Mwanzo
Juma types 7302
    | Msimbo {code2} wa KES 200. Mpe tu wakala anayekulipa, ndani ya dakika 10.
    (end)
Juma gets
    | Msimbo wa kutoa pesa {code2} wa KES 200. Mwonyeshe wakala ndani ya dakika 10. Usimwambie mtu mwingine.
Amina texts HALI
Amina gets
    | {reference2}: KES 500 kwa +254733444555: zimechukuliwa, 2 Mac 17:00.
Amina texts SALIO
Amina gets
    | Una KES 2,495. Zimeshikiliwa kwa kutoa: KES 0.
Amina texts RUDISHA {reference2}
Amina gets
    | Tayari zimechukuliwa, haziwezi kurudishwa.
