/**
 * Comments as in `starter-comments.ts`, in words the rules were not written for. When first tried, precision was .70 to 1 and recall
 * .30 to .64 by language; then general words that were missing joined the rules, so the set is no longer unseen.
 */
export const otherComments: Record<string, string> = {
  en: `D My package is lost somewhere in the mail
D They promised Friday and it turned up the Tuesday after
D Dropped at the wrong doorstep
P Costs a fortune these days
P You can find the same thing for half as much elsewhere
P The sale was a steal
Q Fell to bits within a month
Q Colour washed out straight away
Q Feels premium, really nicely finished
F Had to swap my usual medium for a large
F Swims on me, far too baggy
S Whoever I spoke to could not have been nicer
S Got passed from one rep to another
W Pages take forever to load
W Kept logging me out
Y My card was rejected twice
Y Would like to pay later
R It was a hassle to get my money back
R I shipped them back in March
K Half the range is unavailable
K Wish you had more of these left
G Arrived in a dented box
G So much wasted plastic
 Thinking about ordering again
 The blue is brighter than in the photo`,
  de: `D Die Post hat es verloren
D Kam pünktlich am Freitag
D Zwei Wochen gewartet, bis es da war
P Der Preis ist happig
P Kostet im Laden um die Ecke die Hälfte
Q Reißverschluss hat nach einer Woche den Geist aufgegeben
Q Nach der ersten Wäsche ausgeblichen
Q Wertig und robust
F Ich brauche sonst M, hier L
F Viel zu weit geschnitten
S Der nette Herr am Telefon konnte gleich helfen
S Die Dame im Chat war patzig
W Ich konnte mich nicht einloggen
W Ständig Fehler beim Laden der Bilder
Y Zahlung mit Karte ging nicht durch
Y Bitte Kauf auf Rechnung anbieten
R Die Retoure war kostenlos
R Mein Geld habe ich bis heute nicht zurück
K Meine Größe gibt es nicht mehr
K Nicht verfügbar, schade
G Schachtel eingedrückt
G Lieblos in eine Tüte gesteckt
 Ich würde wieder bestellen
 Tolle Auswahl`,
  fr: `D La Poste a perdu mon paquet
D Délai annoncé largement dépassé
D Arrivée vendredi comme promis
P C'est devenu hors de prix
P Deux fois moins cher chez le concurrent
Q Déteint au premier lavage
Q La fermeture a lâché
Q Du solide, rien à dire
F Je nage dedans
F Un peu juste aux épaules, prendre du L
S La dame au bout du fil était charmante
S On me balade d'un service à l'autre
W Impossible de me connecter
W Ça rame sur mon téléphone
Y Le paiement ne passe pas
Y Prélevé deux fois le même montant
R On attend encore d'être remboursés
R Les retours sont payants
K Rupture de stock le jour même
K Il n'y en a plus dans ma pointure
G Boîte écrasée
G Un sac plastique et c'est tout
 Je commanderai de nouveau
 Le bleu est plus vif qu'en photo`,
  es: `D Correos perdió mi pedido
D Prometieron el viernes y vino el martes
D Entrega puntual
P Por la mitad lo encuentras en otro sitio
P Los precios han subido muchísimo
Q Destiñe con el primer lavado
Q La cremallera dejó de funcionar
Q Muy resistente y de buena calidad
F Me viene enorme
F Hay que pedir una talla menos
S La chica del chat fue encantadora
S Me pasan de un agente a otro
W No consigo entrar en mi cuenta
W La app se cierra sola
Y El pago no se procesa
Y Me han cargado el importe dos veces
R No me devuelven el dinero
R La devolución salió gratis
K Ya no hay de mi número
K Agotado en todas las tallas
G Caja rota y sucia
G Sobra tanto plástico
 Repetiré seguro
 El azul es más vivo que en la foto`,
  nl: `D De post heeft het kwijtgeraakt
D Beloofd voor vrijdag, kwam dinsdag
D Keurig op tijd bezorgd
P De prijzen zijn flink gestegen
P Bij een ander voor de helft
Q Rits was na een week stuk
Q Verkleurd na één wasbeurt
Q Degelijk spul
F Ik verdrink erin
F Neem een maatje kleiner
S De dame aan de lijn was heel aardig
S Word van het kastje naar de muur gestuurd
W Ik kan niet inloggen
W De site is een doolhof
Y De betaling ging niet door
Y Dubbel bedrag van mijn rekening gehaald
R Ik krijg mijn geld niet terug
R Retour was gratis
K Mijn maat is er nooit
K Alles uitverkocht
G Gedeukte doos
G Zonde van al dat plastic
 Ik bestel hier vaker
 Het blauw is feller dan op de foto`,
  it: `D Le poste hanno perso il pacco
D Promesso per venerdì, è arrivato martedì
D Consegna puntuale
P I prezzi sono aumentati tanto
P Lo trovi a metà da un'altra parte
Q Scolorito al primo lavaggio
Q La cerniera si è rotta
Q Robusto e di qualità
F Ci nuoto dentro
F Prendete una taglia in meno
S La signora al telefono è stata carinissima
S Mi rimbalzano da un ufficio all'altro
W Non riesco a fare il login
W L'app si chiude da sola
Y Il pagamento non va a buon fine
Y Mi hanno scalato due volte l'importo
R Non mi ridanno i soldi
R Reso gratuito
K Non ce n'è più del mio numero
K Tutto esaurito
G Scatola ammaccata
G Troppa plastica inutile
 Comprerò ancora
 Il blu è più acceso che in foto`,
  pt: `D Os correios perderam a minha encomenda
D Prometeram sexta e chegou terça
D Entrega pontual
P Os preços subiram muito
P Encontra-se por metade noutro lado
Q Desbotou na primeira lavagem
Q O fecho estragou-se numa semana
Q Muito resistente e de qualidade
F Fica enorme em mim
F Peçam um tamanho abaixo
S A senhora do chat foi um amor
S Empurram-me de um setor para o outro
W Não consigo fazer login
W O app fecha sozinho
Y O pagamento não passa
Y Descontaram duas vezes o valor
R Não me devolvem o dinheiro
R A devolução foi grátis
K Já não há do meu número
K Tudo esgotado
G Caixa amassada e suja
G Tanto plástico desnecessário
 Vou repetir a compra
 O azul é mais vivo do que na foto`,
}
