story En francais: a day with the phone
after agent-starts

# Awa from Dakar lives in Nairobi and reads French.
person Awa +254711222444
person Fatou +254733999888
Awa dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Awa types 3
    | Votre nom, comme sur votre pièce d'identité:
    | 0 Retour
Awa types Awa Diop
    | Choisissez un PIN de 4 à 6 chiffres. Ne le dites à personne.
    | 0 Retour
Awa types 7302
    | Le meme PIN encore une fois:
    | 0 Retour
Awa types 7302
    | Bienvenue, Awa Diop.
    | Homeline
    | 1 Argent en attente
    | 2 Solde
    | 3 Envoyer
    | 4 Retirer
    | 5 Dernières opérations
    | 6 Mon compte
Awa gets
    | Bienvenue chez Homeline, Awa Diop. Composez *384*77# à tout moment, ou envoyez MENU par SMS.
Awa types 6
    | Mon compte
    | 1 Langue
    | 2 Changer de PIN
    | 3 Surnoms
    | 4 Ajouter un surnom
    | 5 Ma banque
    | 0 Retour 00 Accueil
Awa types 4
    | Quel surnom, comme MAMA?
    | 0 Retour 00 Accueil
Awa types MAMAN
    | Le numéro de MAMAN:
    | 0 Retour 00 Accueil
Awa types 0733 999 888
    | MAMAN, c'est +254733999888.
    | Mon compte
    | 1 Langue
    | 2 Changer de PIN
    | 3 Surnoms
    | 4 Ajouter un surnom
    | 5 Ma banque
    | 0 Retour 00 Accueil
Awa types 3
    | Surnoms
    | 1 MAMAN +254733999888
    | 0 Retour 00 Accueil
Awa types 00
    | Homeline
    | 1 Argent en attente
    | 2 Solde
    | 3 Envoyer
    | 4 Retirer
    | 5 Dernières opérations
    | 6 Mon compte
Awa hangs up
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
Kamau types 0711222444
    | How much cash did you get?
    | 0 Back 00 Home
Kamau types 8000
    | Cash in KES 8,000 for Awa Diop, 0711222444. Your PIN:
    | 0 Back 00 Home
Kamau types 5093
    | Awa Diop has KES 8,000 more. Your float: KES 42,000. Ref {reference}
    (end)
Kamau gets
    | Cash in KES 8,000 for Awa Diop. Ref {reference}.
Awa gets
    | Dépot de KES 8 000 chez Kamau's Shop. Réf {reference}.
Awa texts ENVOYER 5.000 A MAMAN
Awa gets
    | Est-ce KES 5 000 ou KES 5? Écrivez sans point ni virgule de milliers.
Awa texts ENVOYER 5000 A MAMAN
Awa gets
    | +254733999888 recoit KES 5 000. Envoi KES 5 000, frais KES 20, taxe KES 0, total KES 5 020. Taux 1,00, cout 0,40%. Pour payer sous 10 min: PAYER {code}, puis composez *384*77#
Awa texts PAYER {code} 7302
Awa gets
    | Envoyé KES 5 020: KES 5 000 attend +254733999888. Frais KES 20, taxe KES 0. Réf {reference2}. Pour annuler sous 30 min: DEFAIRE {reference2}
Fatou gets
    | Awa Diop sent you KES 5,000. Dial *384*77# to register and get it within 7 days.
Awa texts STATUT
Awa gets
    | {reference2}: KES 5 000 pour +254733999888: en attente, 2 mars 17:00.
Awa texts DEFAIRE {reference2}
Awa gets
    | Annulé: KES 5 020 est de nouveau sur votre compte. Réf {reference2}.
Fatou gets
    | Awa Diop took back the KES 5,000 that waited for you.
Awa texts SOLDE
Awa gets
    | Vous avez KES 8 000. Réservé pour retrait: KES 0.
Awa texts bonjour
Awa gets
    | Homeline n'a pas compris. Écrivez MENU pour voir les commandes.
Awa texts LANGUE ESPAGNOL
Awa gets
    | Homeline le escribira en español.
Awa texts SALDO
Awa gets
    | Tiene KES 8.000. Reservado para retiro: KES 0.
