story En espanol: from the United States to Mexico
after agent-abroad
person Rosa +13055550188
person Lupita +525512345678
Rosa dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Rosa types 2
    | Su nombre, como en su documento:
    | 0 Atras
Rosa types Rosa Lopez
    | Elija un PIN de 4 a 6 digitos. No lo diga a nadie.
    | 0 Atras
Rosa types 8264
    | El mismo PIN otra vez:
    | 0 Atras
Rosa types 8264
    | Le damos la bienvenida, Rosa Lopez.
    | Homeline
    | 1 Dinero en espera
    | 2 Saldo
    | 3 Enviar
    | 4 Retirar
    | 5 Movimientos
    | 6 Mi cuenta
Rosa gets
    | Homeline le da la bienvenida, Rosa Lopez. Envie MENU por SMS cuando quiera.
Rosa hangs up
Store dials *384*77#
    | Homeline agent
    | 1 Cash in
    | 2 Cash out
    | 3 Ask a cash-out
    | 4 Float and commission
    | 5 My own wallet
    | 6 Language
Store types 1
    | The customer's number:
    | 0 Back 00 Home
Store types 305 555 0188
    | How much cash did you get?
    | 0 Back 00 Home
Store types 120
    | Cash in USD 120 for Rosa Lopez, 305 555 0188. Your PIN:
    | 0 Back 00 Home
Store types 9472
    | Rosa Lopez has USD 120 more. Your float: USD 4,880. Ref {reference}
    (end)
Store gets
    | Cash in USD 120 for Rosa Lopez. Ref {reference}.
Rosa gets
    | Deposito de USD 120 con Corner Store. Ref {reference}.
Rosa texts ENVIAR 100 A +52 55 1234 5678
Rosa gets
    | +525512345678 recibe MXN 1.823,58. Envia USD 100, comision USD 0,99, impuesto USD 1, total USD 101,99. Cambio 18,2358, costo 1,99%. Para pagar antes de 10 min: PAGAR {code} y su PIN
Rosa texts PAGAR {code} 8264
Rosa gets
    | Enviado USD 101,99: MXN 1.823,58 espera a +525512345678. Comision USD 0,99, impuesto USD 1. Ref {reference2}. Para anular antes de 30 min: ANULAR {reference2}
Lupita gets
    | Rosa Lopez le envio MXN 1.823,58. Marque *384*77# para registrarse y recibirlo antes de 30 d.
Lupita dials *384*77#
    | Language / Idioma / Langue / Lugha
    | 1 English
    | 2 Español
    | 3 Francais
    | 4 Kiswahili
Lupita types 2
    | Su nombre, como en su documento:
    | 0 Atras
Lupita types Guadalupe Ruiz
    | Elija un PIN de 4 a 6 digitos. No lo diga a nadie.
    | 0 Atras
Lupita types 4826
    | El mismo PIN otra vez:
    | 0 Atras
Lupita types 4826
    | Le damos la bienvenida, Guadalupe Ruiz.
    | Homeline
    | 1 Dinero en espera
    | 2 Saldo
    | 3 Enviar
    | 4 Retirar
    | 5 Movimientos
    | 6 Mi cuenta
Rosa gets
    | Guadalupe Ruiz cobro MXN 1.823,58. Ref {reference2}.
Lupita gets
    | Recibio MXN 1.823,58 de Rosa Lopez. Ref {reference2}. Marque *384*77#
Lupita gets
    | Homeline le da la bienvenida, Guadalupe Ruiz. Marque *384*77# cuando quiera, o envie MENU por SMS.
Lupita types 5
    | Movimientos
    | 1 Recibido MXN 1.823,58 2 mar 08:00
    | 0 Atras 00 Inicio
Lupita hangs up
Rosa texts SALDO
Rosa gets
    | Tiene USD 18,01. Reservado para retiro: USD 0.
Rosa texts ULTIMOS
Rosa gets
    | Movimientos:
    | Enviado USD 101,99 +525512345678 2 mar 09:00 {reference2}
    | Deposito USD 120 Corner Store 2 mar 09:00 {reference}
