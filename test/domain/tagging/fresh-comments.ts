/**
 * Comments as in `starter-comments.ts`, written after the rules had been, in everyday words. When first tried, precision was .76 to .94
 * and recall .36 to .61 by language; then the rules were widened, so the set is no longer unseen.
 */
export const freshComments: Record<string, string> = {
  en: `D Dispatch was slow and nobody kept me posted
D Never received my order
D Left out in the rain by the carrier
D Came a day early
P Prices have gone up a lot lately
P The voucher code saved me ten pounds
P Too dear for a plain shirt
Q The handle snapped after a week
Q Lovely soft cotton
Q It pilled after the first wash
Q Colour ran in the wash
F Had to size up, shoulders are narrow
F Trousers are too short in the leg
F True to size
S The lady on the line was so patient
S My emails were ignored
S Brilliant aftersales
W Page would not load on my tablet
W Hard to find anything with that search bar
W Kept being signed out
Y My card got declined three times
Y Wish I could pay by bank transfer
R Still have not got my money back
R Sending it back was a hassle
K My size was gone within an hour
K Half of what I wanted was unavailable
G The parcel was wrapped in layers of plastic
G Jar arrived smashed, no padding
 Will shop here again
 Everything as described
 Thanks a lot
 A present for my mother, she was delighted`,
  de: `D Die Zustellung hat ewig gedauert
D Meine Bestellung ist nie eingetroffen
D Wurde einen Tag früher gebracht
D DHL hat es einfach vor die Tür gelegt
P Die Preise sind stark gestiegen
P Mit dem Gutschein habe ich zehn Euro gespart
P Für ein einfaches Hemd zu kostspielig
Q Der Henkel ist nach einer Woche abgebrochen
Q Schön weiche Baumwolle
Q Nach der ersten Wäsche voller Knötchen
Q Fühlt sich wertig an
F Musste eine Nummer größer nehmen, schmal an den Schultern
F Die Hose ist an den Beinen zu kurz
F Die Größen stimmen
S Die Frau am Telefon war sehr geduldig
S Auf meine Mails kam nie etwas zurück
S Kompetent und zuvorkommend
W Die Seite ließ sich am Tablet nicht öffnen
W Mit der Suche findet man nichts
W Wurde ständig abgemeldet
Y Meine Karte wurde dreimal abgelehnt
Y Ich würde gern auf Rechnung zahlen
R Habe mein Geld immer noch nicht zurück
R Das Zurücksenden war umständlich
K Meine Farbe war nach einer Stunde weg
K Vieles leider nicht mehr zu bekommen
G Alles in mehrere Lagen Folie gewickelt
G Glas kam zerbrochen an, keine Polsterung
 Ich kaufe wieder hier
 Alles wie beschrieben
 Vielen Dank
 Ein Geschenk für meine Mutter, sie war begeistert`,
  fr: `D L'acheminement a pris trois semaines
D Ma commande n'est jamais arrivée
D Laissé devant la porte sous la pluie
D Reçu un jour plus tôt que prévu
P Les prix ont beaucoup augmenté
P Le code promo m'a fait économiser dix euros
P Trop onéreux pour une simple chemise
Q L'anse a cassé au bout d'une semaine
Q Un coton très doux
Q Il a boulochée dès le premier lavage
Q Belle finition
F J'ai dû prendre une taille au-dessus
F Pantalon trop court aux jambes
F Taille conforme
S La dame au téléphone a été très patiente
S Mes mails sont restés sans réponse
S Un accueil chaleureux
W La page ne s'ouvrait pas sur ma tablette
W La recherche ne trouve rien
W Je suis sans arrêt déconnecté
Y Ma carte a été refusée trois fois
Y J'aimerais payer par virement
R Toujours pas récupéré mon argent
R Renvoyer l'article a été pénible
K Ma pointure est partie en une heure
K La moitié était indisponible
G Emballé dans trois couches de plastique
G Le bocal est arrivé brisé, sans protection
 Je reviendrai
 Tout est conforme à la description
 Merci beaucoup
 Un cadeau pour ma mère, elle était ravie`,
  es: `D La entrega tardó una eternidad
D Mi pedido nunca ha llegado
D Lo dejaron en la puerta bajo la lluvia
D Lo recibí un día antes
P Los precios han subido mucho
P Con el cupón ahorré diez euros
P Demasiado costoso para una simple camisa
Q El asa se partió a la semana
Q Un algodón muy suave
Q Le salieron bolitas tras el primer lavado
Q Buenos acabados
F Tuve que pedir una talla más
F El pantalón es demasiado corto de pierna
F Las medidas son correctas
S La señora del teléfono fue muy paciente
S Mis correos quedaron sin respuesta
S Muy profesionales y atentos
W La página no se abría en mi tableta
W El buscador no encuentra nada
W Me cierra la sesión todo el rato
Y Rechazaron mi tarjeta tres veces
Y Me gustaría pagar por transferencia
R Aún no me han devuelto el dinero
R Devolverlo fue un lío
K Mi número voló en una hora
K La mitad no estaba disponible
G Envuelto en tres capas de plástico
G El frasco llegó hecho añicos, sin protección
 Volveré a comprar
 Todo como en la descripción
 Muchas gracias
 Un regalo para mi madre, le encantó`,
  nl: `D De bezorging duurde eeuwig
D Mijn bestelling is nooit aangekomen
D Gewoon in de regen voor de deur gezet
D Kwam een dag eerder
P De prijzen zijn flink gestegen
P Met de kortingscode tien euro bespaard
P Te kostbaar voor een simpel shirt
Q Het handvat brak na een week af
Q Heerlijk zacht katoen
Q Ging pillen na de eerste wasbeurt
Q Mooi afgewerkt
F Moest een maat groter nemen
F De broek is te kort in de benen
F De maten kloppen
S De dame aan de telefoon was erg geduldig
S Mijn mails bleven onbeantwoord
S Deskundig en beleefd
W De pagina opende niet op mijn tablet
W De zoekbalk vindt niets
W Werd steeds uitgelogd
Y Mijn kaart werd drie keer geweigerd
Y Ik wil graag per overboeking betalen
R Heb mijn geld nog steeds niet terug
R Terugsturen was een gedoe
K Mijn kleur was binnen een uur weg
K De helft was niet verkrijgbaar
G In drie lagen folie gewikkeld
G De pot kwam in stukken aan, zonder bescherming
 Ik kom zeker terug
 Alles zoals beschreven
 Heel erg bedankt
 Een cadeau voor mijn moeder, ze was er blij mee`,
  it: `D La consegna è durata un'eternità
D Il mio ordine non è mai arrivato
D Lasciato davanti alla porta sotto la pioggia
D Ricevuto un giorno prima
P I prezzi sono aumentati molto
P Con il buono ho risparmiato dieci euro
P Troppo dispendioso per una semplice camicia
Q Il manico si è spezzato dopo una settimana
Q Un cotone morbidissimo
Q Ha fatto i pallini al primo lavaggio
Q Ottima fattura
F Ho dovuto prendere una taglia in più
F I pantaloni sono troppo corti di gamba
F Le misure sono giuste
S La signora al telefono è stata molto paziente
S Le mie mail sono rimaste senza risposta
S Competenti e disponibili
W La pagina non si apriva sul mio tablet
W La barra di ricerca non trova niente
W Mi disconnette di continuo
Y La mia carta è stata rifiutata tre volte
Y Vorrei pagare con bonifico
R Non ho ancora riavuto i soldi
R Rispedire l'articolo è stato complicato
K Il mio numero è sparito in un'ora
K Metà non era disponibile
G Avvolto in tre strati di plastica
G Il vasetto è arrivato in frantumi, senza protezione
 Comprerò ancora
 Tutto come da descrizione
 Grazie mille
 Un regalo per mia madre, era felicissima`,
  pt: `D A entrega demorou uma eternidade
D A minha encomenda nunca apareceu
D Deixaram à porta à chuva
D Recebi um dia antes
P Os preços subiram muito
P Com o cupão poupei dez euros
P Demasiado dispendioso para uma camisa simples
Q A pega partiu-se ao fim de uma semana
Q Um algodão muito macio
Q Ganhou borboto na primeira lavagem
Q Bons acabamentos
F Tive de pedir um tamanho acima
F As calças são curtas na perna
F As medidas estão certas
S A senhora ao telefone foi muito paciente
S Os meus emails ficaram sem resposta
S Profissionais e atenciosos
W A página não abria no meu tablet
W A pesquisa não encontra nada
W Está sempre a terminar a sessão
Y Recusaram o meu cartão três vezes
Y Gostava de pagar por transferência
R Ainda não me devolveram o dinheiro
R Devolver o artigo foi complicado
K O meu número desapareceu numa hora
K Metade não estava disponível
G Envolto em três camadas de plástico
G O frasco chegou em cacos, sem proteção
 Voltarei a comprar
 Tudo conforme a descrição
 Muito obrigada
 Um presente para a minha mãe, ela adorou`,
}
