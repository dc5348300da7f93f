/**
 * What shoppers might write, labelled by hand before the starter rules were tried on it; each line with the tags it should get:
 * Delivery, Price, Quality, Fit, Service, Website, paYment, Returns, stocK, packaGing. Some hold a tag's word and not its topic.
 */
export const starterComments: Record<string, string> = {
  en: `D It took nine days for the parcel to get here
D Courier left my order at the wrong house
DG Came quickly but the box was crushed
D Still waiting, tracking hasn't moved since Monday
D Super fast shipping, arrived the next day
D Driver never rang the bell
P A bit pricey for what you get
P Good value for money
P Way too expensive compared with other shops
P Cheaper than anywhere else, loved the discount
PQ Cheap, and it looks cheap: fell apart in a week
Q The fabric feels soft and well made
Q Stitching came undone after two washes
Q Broke the first time I used it
Q Really poor material, see-through
Q Sturdy and solid, excellent quality
F Runs small, order a size up
F Sleeves far too long for me
F Fits perfectly
F The waist was too tight
F Size chart is misleading
S Nobody answers the phone
S Your support team was friendly and helpful
S Emailed three times, no reply
S Rude staff on the chat
SR Customer service refused to refund me
W The site kept freezing on my phone
W Couldn't find the search filter, confusing menus
W The checkout gave an error twice
W Your app is so easy to use
WY The website would not take my card
Y PayPal was declined although there is money on it
Y I was charged twice
Y Please offer payment by invoice
R Sent it back weeks ago and still no refund
R Easy returns, label included
R Exchange took forever
K The colour I wanted was sold out
K Told after ordering that it was out of stock
K Please restock the blue one
G Way too much plastic around it
G Beautifully wrapped, nice gift box
G The packaging was torn open
 I will definitely return to this shop
 Great shop, thank you
 Love the colours
 I support small businesses like yours
 Happy as always
 My daughter loves it
 Nothing to complain about`,
  de: `D Das Paket kam erst nach zwei Wochen an
D Der Bote hat einfach beim Nachbarn abgegeben
D Blitzschneller Versand
D Sendungsverfolgung seit Tagen unverändert
D Lieferung am nächsten Tag, top
D Warte immer noch auf meine Bestellung, der Zusteller kam nie
P Für das Gebotene viel zu teuer
P Preis-Leistung stimmt
P Woanders bekomme ich das günstiger
P Die Versandkosten sind unverschämt
P Dank Rabatt ein echtes Schnäppchen
Q Die Nähte gingen nach einmal Waschen auf
Q Fühlt sich hochwertig an
Q Der Stoff ist dünn und kratzt
Q Nach drei Tagen kaputt
Q Sehr gut verarbeitet
Q Billiges Plastik, sofort gebrochen
F Fällt klein aus, lieber eine Nummer größer nehmen
F Die Hose sitzt perfekt
F Ärmel zu lang
F Größentabelle stimmt nicht
F Passt leider nicht
S Niemand geht ans Telefon
S Sehr freundliche Beratung
S Auf meine Mails kommt keine Antwort
S Der Kundendienst war unhöflich
S Schnelle Hilfe vom Support
W Die Seite lädt ewig
W Beim Absenden der Bestellung kam eine Fehlermeldung
W Der Onlineshop ist unübersichtlich
W Die App stürzt ständig ab
W Suche und Filter funktionieren nicht
Y Kreditkarte wurde abgelehnt
Y Leider kein Kauf auf Rechnung möglich
Y Der Betrag wurde doppelt abgebucht
Y PayPal fehlt mir
R Rückgabe war unkompliziert
R Warte seit Wochen auf die Erstattung
R Umtausch hat ewig gedauert
R Habe alles zurückgeschickt und noch kein Geld erhalten
K Der Artikel war plötzlich ausverkauft
K Leider nicht mehr lieferbar
K Wann ist die blaue wieder verfügbar?
G Karton war aufgerissen
G Viel zu viel Verpackungsmüll
G Liebevoll eingepackt
DG Schnelle Lieferung und gut verpackt
 Bin rundum zufrieden
 Komme gern wieder
 Schöne Farben
 Meine Tochter freut sich
 Kleiner Laden mit großem Herz
 Danke für alles`,
  fr: `D Le colis a mis dix jours à arriver
D Le livreur n'a même pas sonné
D Expédition ultra rapide
D Toujours en attente, le suivi n'avance pas
D Reçu le lendemain, bravo
D Livré à la mauvaise adresse
P Trop cher pour ce que c'est
P Bon rapport qualité prix
P Moins cher ailleurs
P Les frais de port sont exagérés
P Belle promo, une vraie affaire
P Les tarifs ont beaucoup augmenté
Q Le tissu est fin et bouloche
Q Cassé au bout de deux jours
Q Très bonne qualité, solide
Q Les coutures ont lâché
Q Matière agréable et belles finitions
F Taille petit, prenez une taille au-dessus
F Le pantalon est trop serré
F Les manches sont trop longues
F Me va parfaitement
F Trop grand pour moi
S Personne ne répond au téléphone
S Conseillère très aimable
S Le service client est injoignable
S Aucune réponse à mes mails
S Une équipe à l'écoute
W Le site plante au moment de valider
W Navigation compliquée sur mobile
W L'application bugue sans arrêt
W Page très lente à charger
W Impossible de créer un compte
Y Ma carte a été refusée
Y J'ai été débitée deux fois
Y Dommage qu'on ne puisse pas régler en plusieurs fois
Y Paiement par PayPal impossible
R Remboursement toujours pas reçu
R Retour gratuit et simple
R J'ai demandé un échange sans succès
R J'ai renvoyé l'article il y a un mois
K Article en rupture après ma commande
K Plus disponible dans ma couleur
K Quand sera-t-il de nouveau en stock ?
G Carton abîmé à l'arrivée
G Trop de plastique dans l'emballage
G Joliment emballé, papier cadeau soigné
DG Livraison rapide et soigneusement emballée
 Je reviendrai sans hésiter
 Ma fille est ravie
 Très jolies couleurs
 Boutique sérieuse, merci
 Rien à signaler
 Je recommande`,
  es: `D El paquete tardó diez días en llegar
D El repartidor ni siquiera llamó al timbre
D Envío rapidísimo
D Sigo esperando, el seguimiento no avanza
D Llegó al día siguiente
D Lo entregaron en otra dirección
P Demasiado caro para lo que es
P Buena relación calidad precio
P En otra tienda es más barato
P Los gastos de envío son abusivos
P Gran descuento, una ganga
Q La tela es fina y se transparenta
Q Se rompió a los dos días
Q Material resistente, muy buena calidad
Q Las costuras se abrieron
Q Bien hecho, buenos acabados
F Talla pequeño, pedid una más
F El pantalón me queda muy ajustado
F Las mangas son demasiado largas
F Me queda perfecto
F La guía de tallas no es correcta
S Nadie contesta al teléfono
S Me atendieron con mucha amabilidad
S No responden a mis correos
S Atención al cliente pésima
S El personal fue muy atento
W La página se cuelga continuamente
W La web es muy lenta
W La aplicación no me deja iniciar sesión
W Navegar en el móvil es complicado
W Me salió un error al finalizar la compra
Y Rechazaron mi tarjeta
Y Me cobraron dos veces
Y Faltan formas de pago
Y No acepta PayPal
R Todavía espero el reembolso
R Devolución fácil y gratis
R Pedí un cambio y no me lo hicieron
R Lo devolví hace un mes
K Estaba agotado después de pedirlo
K No quedan existencias en mi color
K ¿Cuándo lo repondrán?
G La caja venía aplastada
G Demasiado plástico en el embalaje
G Envuelto con mucho cariño
G Venía mal empaquetado
DG Llegó rápido y bien embalado
 Volveré a esta tienda
 Mi hija está encantada
 Colores preciosos
 Todo perfecto, gracias
 Tienda muy seria
 Sin problemas`,
  nl: `D Het pakje was pas na twee weken binnen
D Bezorger heeft niet eens aangebeld
D Supersnel verzonden
D Track and trace staat al dagen stil
D Volgende dag al in huis
D Bij de verkeerde buren afgegeven door de koerier
P Veel te duur voor wat het is
P Goede prijs-kwaliteitverhouding
P Elders goedkoper
P De verzendkosten zijn belachelijk hoog
P Mooie korting gekregen
Q De stof is dun en pluist
Q Na drie dagen kapot
Q Stevig en degelijk gemaakt
Q Naden lieten los
Q Voelt goedkoop en slap materiaal
Q Uitstekende kwaliteit
F Valt klein uit, neem een maat groter
F De broek zit te strak
F Mouwen zijn te lang
F Past perfect
F Maattabel klopt niet
S Niemand neemt de telefoon op
S Heel vriendelijk geholpen
S Geen antwoord op mijn mails
S De klantenservice is onbereikbaar
S Behulpzame medewerkers
W De website loopt steeds vast
W Pagina laadt traag
W De app crasht op mijn telefoon
W Zoekfunctie werkt niet
W Foutmelding bij het afrekenen
Y Mijn creditcard werd geweigerd
Y Er is twee keer afgeschreven
Y Jammer dat achteraf betalen niet kan
Y iDEAL deed het niet
R Wacht nog steeds op terugbetaling
R Retourneren ging makkelijk
R Omruilen duurde een eeuwigheid
R Ik heb het teruggestuurd en hoor niets
K Na bestelling bleek het uitverkocht
K Niet op voorraad in mijn kleur
K Wanneer is de blauwe weer leverbaar?
G Doos was helemaal ingedeukt
G Veel te veel plastic verpakking
G Prachtig ingepakt als cadeau
DG Snel bezorgd en netjes verpakt
 Ik kom zeker terug
 Mijn dochter is er blij mee
 Mooie kleuren
 Fijne winkel
 Bedankt voor alles
 Niets op aan te merken`,
  it: `D Il pacco ci ha messo dieci giorni ad arrivare
D Il corriere non ha nemmeno suonato
D Spedizione velocissima
D Sto ancora aspettando, il tracking è fermo
D Arrivato il giorno dopo
D Consegnato all'indirizzo sbagliato
P Troppo caro per quello che è
P Ottimo rapporto qualità prezzo
P Altrove costa meno
P Spese di spedizione esagerate
P Un bello sconto, vero affare
Q Il tessuto è sottile e fa i pelucchi
Q Si è rotto dopo due giorni
Q Materiale resistente, ottima qualità
Q Le cuciture si sono aperte
Q Ben fatto, finiture curate
F Veste piccolo, prendete una taglia in più
F I pantaloni sono troppo stretti
F Le maniche sono troppo lunghe
F Mi calza a pennello
F La tabella delle taglie è sbagliata
S Nessuno risponde al telefono
S Personale gentilissimo
S Non rispondono alle mie mail
S Il servizio clienti è pessimo
S Assistenza rapida e cortese
W Il sito si blocca di continuo
W Pagine lente a caricarsi
W L'app va sempre in crash
W Non riesco ad accedere al mio account
W Errore durante l'acquisto, ho dovuto rifare il carrello
Y La mia carta è stata rifiutata
Y Mi hanno addebitato due volte
Y Mancano metodi di pagamento
Y PayPal non funzionava
R Aspetto ancora il rimborso
R Reso facile e gratuito
R Ho chiesto un cambio senza risposta
R L'ho restituito un mese fa
K Esaurito dopo l'ordine
K Non disponibile nel mio colore
K Quando tornerà in magazzino?
G La scatola era schiacciata
G Troppa plastica nell'imballaggio
G Confezionato con cura
G Imballo rovinato
DG Consegna rapida e imballato bene
 Tornerò sicuramente
 Mia figlia è contentissima
 Colori bellissimi
 Tutto perfetto, grazie
 Negozio serio
 Niente da dire`,
  pt: `D O pacote demorou dez dias a chegar
D O estafeta nem tocou à campainha
D Envio super rápido
D Ainda à espera, o rastreio não avança
D Chegou no dia seguinte
D Foi entregue na morada errada
P Caro demais para o que é
P Boa relação qualidade preço
P Noutra loja é mais barato
P O frete é um absurdo
P Grande desconto, uma pechincha
Q O tecido é fino e transparente
Q Partiu ao fim de dois dias
Q Material resistente, ótima qualidade
Q As costuras abriram
Q Bem feito, bons acabamentos
Q Produto veio com defeito
F Veste pequeno, peçam um número acima
F As calças ficaram apertadas
F As mangas são compridas demais
F Ficou perfeito no corpo
F A tabela de medidas está errada
S Ninguém atende o telefone
S Fui muito bem atendida
S Não respondem aos meus emails
S O apoio ao cliente é péssimo
S Funcionários simpáticos
W O site bloqueia constantemente
W A página é muito lenta
W O aplicativo trava toda hora
W Não consigo entrar na minha conta
W Deu erro ao finalizar a compra
Y O meu cartão foi recusado
Y Cobraram duas vezes
Y Faltam formas de pagamento
Y Não aceita Pix nem boleto
R Ainda espero o reembolso
R Devolução fácil e grátis
R Pedi uma troca e nada
R Devolvi há um mês
K Esgotado depois da compra
K Não há stock na minha cor
K Quando volta a estar disponível?
G A caixa veio amassada
G Plástico a mais na embalagem
G Embrulhado com muito carinho
DG Entrega rápida e bem embalado
 Vou voltar a esta loja
 A minha filha adorou
 Cores lindas
 Tudo perfeito, obrigada
 Loja séria
 Nada a apontar`,
}
