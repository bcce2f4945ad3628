story En francais: a day with the phone
person Awa +221771234567
Awa dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Awa types 3
    | Votre nom, comme sur votre pièce:
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
    | Bienvenue chez Homeline, Awa Diop. Composez *384*77# ou envoyez MENU par SMS.
Awa types 2
    | Pour voir votre solde, votre PIN:
    | 0 Retour 00 Accueil
Awa types 7302
    | Vous avez XOF 0.
    | Réservé pour retrait: XOF 0
    | 0 Retour 00 Accueil
Awa types 00
    | Homeline
    | 1 Argent en attente
    | 2 Solde
    | 3 Envoyer
    | 4 Retirer
    | 5 Dernières opérations
    | 6 Mon compte
Awa types 3
    | A quel numéro ou surnom?
    | 0 Retour 00 Accueil
Awa types +254712345678
    | Combien?
    | 0 Retour 00 Accueil
Awa types 00
    | Homeline
    | 1 Argent en attente
    | 2 Solde
    | 3 Envoyer
    | 4 Retirer
    | 5 Dernières opérations
    | 6 Mon compte
Awa types 6
    | Mon compte
    | 1 Langue
    | 2 Changer de PIN
    | 3 Surnoms
    | 4 Ajouter un surnom
    | 0 Retour 00 Accueil
Awa types 4
    | Quel surnom, comme MAMA?
    | 0 Retour 00 Accueil
Awa types MAMAN
    | Le numéro de MAMAN:
    | 0 Retour 00 Accueil
Awa types 77 765 43 21
    | MAMAN, c'est +221777654321.
    | Mon compte
    | 1 Langue
    | 2 Changer de PIN
    | 3 Surnoms
    | 4 Ajouter un surnom
    | 0 Retour 00 Accueil
Awa types 3
    | Surnoms
    | 1 MAMAN +221777654321
    | 0 Retour 00 Accueil
Awa hangs up
Awa texts SOLDE
Awa gets
    | Vous avez XOF 0. Réservé pour retrait: XOF 0.
Awa texts ENVOYER 5000 A MAMAN
Awa gets
    | Homeline n'envoie pas encore vers SN.
Awa texts bonjour
Awa gets
    | Homeline n'a pas compris. Écrivez MENU pour voir les commandes.
Awa texts LANGUE ESPAGNOL
Awa gets
    | Homeline le escribira en español.
