/**
 * Comments that say what happened and hardly a word of judgement, judged by hand as the others are: p positive, n negative,
 * u neutral, m mixed. 1 in 3 was judged alike when they were written, most others were taken for neutral; 2 in 5 are since
 * words like "kostenlos" and "excuses" were added. What such comments mean is left to the score.
 */
export const implied: Record<string, string> = {
  en: `
p Ordered Tuesday, on my doorstep Wednesday. What more could you want?
p These boots kept my feet dry all winter.
p Had my doubts about buying a sofa online but it turned out great.
p Staff went out of their way to find my size
p Website is a breeze to use
p Third pair I've bought and I'll keep coming back.
p The exchange was painless and free.
p My husband wears them every single day, he won't take them off
n After two washes the print peeled off completely.
n I had to call five times before someone picked up.
n Paid for express and got it after nine days.
n The buttons came off on the first day
n Got the wrong item twice in a row.
n Chat bot kept sending me in circles.
n Discount code was rejected without any explanation.
n Looks like something from a dollar store
n Not what I ordered and they want me to pay for the return.
u Size 38, black.
u It does what it says, nothing more.
u Second order, first one was for my wife.
m Fabric feels luxurious but the seams came undone after a week.
m Prices are hard to beat, still the packaging was all torn.
m Easy to order, hard to return.
`,
  de: `
p Dienstag bestellt, Mittwoch schon da. Was will man mehr?
p Die Stiefel haben meine Füße den ganzen Winter trocken gehalten.
p Ich war skeptisch, ein Sofa online zu kaufen, bin aber sehr froh darüber.
p Der Umtausch lief völlig unproblematisch und kostenlos.
p Mein Mann trägt sie jeden Tag und will sie nicht mehr ausziehen
p Endlich ein Shop, der hält, was er verspricht.
p Ware wie abgebildet, Versand fix
p Man merkt, dass hier mit Herz gearbeitet wird.
n Nach zwei Wäschen ist der Aufdruck komplett ab.
n Ich musste fünfmal anrufen, bis jemand abgehoben hat.
n Für Express bezahlt und erst nach neun Tagen bekommen.
n Zweimal hintereinander den falschen Artikel erhalten.
n Der Gutscheincode wurde ohne Erklärung nicht angenommen.
n Knöpfe am ersten Tag abgefallen
n Sieht aus wie vom Ramschtisch
n Von euch höre ich immer nur Ausreden.
n Rücksendung soll ich auch noch selbst bezahlen.
u Größe 38, schwarz.
u Macht, was es soll, mehr nicht.
u Zweite Bestellung, die erste war für meine Frau.
m Stoff fühlt sich edel an, nur sind nach einer Woche die Nähte aufgegangen.
m Preise sind unschlagbar, die Verpackung war aber völlig zerfetzt.
m Bestellen geht leicht, zurückgeben dagegen ist mühsam.
`,
  fr: `
p Commandé mardi, reçu mercredi. Que demander de plus ?
p Ces bottes m'ont gardé les pieds au sec tout l'hiver.
p J'hésitais à acheter un canapé en ligne mais je ne regrette pas.
p L'échange s'est fait gratuitement et sans difficulté.
p Mon mari les porte tous les jours, il ne les quitte plus
p Enfin une boutique qui tient ses promesses.
p Produit conforme à la description, envoi soigné
p On sent que l'équipe aime son métier.
n Après deux lavages, l'impression est complètement partie.
n J'ai dû appeler cinq fois avant que quelqu'un décroche.
n J'ai payé l'express et je l'ai reçu au bout de neuf jours.
n On m'a envoyé deux fois le mauvais article.
n Mon code promo a été refusé sans explication.
n Les boutons sont tombés dès le premier jour
n On dirait un article de bazar
n Toujours les mêmes excuses de votre part.
n C'est à moi de payer le retour, quel manque de respect.
u Taille 38, noir.
u Il fait ce qu'on lui demande, rien de plus.
u Deuxième commande, la première était pour ma femme.
m Le tissu est luxueux mais les coutures ont lâché au bout d'une semaine.
m Des prix imbattables, en revanche l'emballage était tout déchiré.
m Facile à commander, difficile à renvoyer.
`,
  es: `
p Pedido el martes, en casa el miércoles. ¿Qué más se puede pedir?
p Estas botas me han mantenido los pies secos todo el invierno.
p Tenía dudas de comprar un sofá por internet pero ha sido un acierto.
p El cambio fue gratis y sin complicaciones.
p Mi marido las lleva todos los días, no se las quita
p Por fin una tienda que cumple lo que promete.
p Producto tal cual la foto, envío volando
p Se nota que les importa el cliente.
n A los dos lavados el estampado se había ido del todo.
n Tuve que llamar cinco veces hasta que alguien lo cogió.
n Pagué envío exprés y lo recibí a los nueve días.
n Me mandaron dos veces el artículo equivocado.
n El código de descuento fue rechazado sin explicación.
n Los botones se cayeron el primer día
n Parece de un bazar barato
n Siempre las mismas excusas.
n Encima me hacen pagar la devolución.
u Talla 38, negro.
u Hace lo que tiene que hacer, nada más.
u Segundo pedido, el primero fue para mi mujer.
m La tela es de lujo pero las costuras se abrieron a la semana.
m Precios imbatibles, en cambio el embalaje venía destrozado.
m Fácil de pedir, difícil de devolver.
`,
  nl: `
p Dinsdag besteld, woensdag in huis. Wat wil je nog meer?
p Deze laarzen hielden mijn voeten de hele winter droog.
p Ik twijfelde om een bank online te kopen maar ben er ontzettend blij mee.
p Ruilen was gratis en ging zonder gedoe.
p Mijn man draagt ze elke dag, hij wil niks anders meer
p Eindelijk een winkel die doet wat hij belooft.
p Product zoals op de foto, razendsnel verzonden
p Je merkt dat ze hart voor de klant hebben.
n Na twee keer wassen was de opdruk er helemaal af.
n Ik moest vijf keer bellen voordat iemand opnam.
n Betaald voor express en pas na negen dagen gekregen.
n Twee keer achter elkaar het verkeerde artikel ontvangen.
n De kortingscode werd zonder uitleg geweigerd.
n Knopen vielen er de eerste dag af
n Ziet eruit als van de rommelmarkt
n Altijd dezelfde smoesjes.
n De retourkosten moet ik ook nog zelf betalen.
u Maat 38, zwart.
u Doet wat het moet doen, meer niet.
u Tweede bestelling, de eerste was voor mijn vrouw.
m Stof voelt luxe maar de naden lieten na een week los.
m Prijzen zijn scherp, maar de verpakking was helemaal gescheurd.
m Makkelijk te bestellen, lastig te retourneren.
`,
  it: `
p Ordinato martedì, a casa mercoledì. Cosa volere di più?
p Questi stivali mi hanno tenuto i piedi asciutti tutto l'inverno.
p Avevo dubbi a comprare un divano online ma ne sono entusiasta.
p Il cambio è stato gratuito e senza problemi.
p Mio marito le mette tutti i giorni, non se le toglie più
p Finalmente un negozio che mantiene le promesse.
p Prodotto come in foto, spedizione lampo
p Si vede che ci mettono passione.
n Dopo due lavaggi la stampa è andata via del tutto.
n Ho dovuto chiamare cinque volte prima che qualcuno rispondesse.
n Ho pagato l'express ed è arrivato dopo nove giorni.
n Mi hanno mandato due volte l'articolo sbagliato.
n Il codice sconto è stato rifiutato senza spiegazioni.
n I bottoni si sono staccati il primo giorno
n Sembra roba da mercatino
n Sempre le solite scuse.
n Il reso me lo devo pure pagare io.
u Taglia 38, nero.
u Fa quello che deve, niente di più.
u Secondo ordine, il primo era per mia moglie.
m Il tessuto è di lusso ma le cuciture si sono aperte dopo una settimana.
m Prezzi imbattibili, invece l'imballo era tutto strappato.
m Facile da ordinare, difficile da restituire.
`,
  pt: `
p Pedi na terça, chegou na quarta. Que mais se pode querer?
p Estas botas mantiveram os meus pés secos o inverno todo.
p Tinha dúvidas em comprar um sofá online mas foi a melhor decisão.
p A troca foi gratuita e sem complicações.
p O meu marido usa todos os dias, não quer outra coisa
p Finalmente uma loja que cumpre o que promete.
p Produto igual à foto, envio super rápido
p Nota-se que gostam do que fazem.
n Depois de duas lavagens a estampa saiu toda.
n Tive de ligar cinco vezes até alguém atender.
n Paguei expresso e só recebi ao fim de nove dias.
n Mandaram duas vezes o artigo errado.
n O código de desconto foi recusado sem explicação.
n Os botões caíram no primeiro dia
n Parece coisa de feira
n Sempre as mesmas desculpas.
n Ainda por cima tenho de pagar a devolução.
u Tamanho 38, preto.
u Faz o que tem de fazer, mais nada.
u Segundo pedido, o primeiro foi para a minha mulher.
m O tecido é luxuoso mas as costuras abriram ao fim de uma semana.
m Preços imbatíveis, já a embalagem veio toda rasgada.
m Fácil de encomendar, difícil de devolver.
`,
}
