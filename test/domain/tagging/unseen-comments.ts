/**
 * Comments as in `starter-comments.ts`, written when the rules had been widened, to see what that is worth on comments nobody had in mind.
 * No word joined the rules because of them; a few went that mean too much, or something else in another language. All in all
 * recall is .65 (.63 before the rules were widened) and precision .81 (.82). By the same hand as the rules, so rather kind to them.
 */
export const unseenComments: Record<string, string> = {
  en: `D It sat at the depot for five days
D Shipping was free and quick
P I paid less in the high street
P Not worth what you charge
Q The sole came unstuck
Q Sturdy zip, thick material
F The arms are miles too long
S The girl in chat sorted it in minutes
S Could not get hold of anyone
W The menu does not open on Android
Y Checkout would not accept my Visa
R Waiting for my refund since May
R Had to pay postage to return a faulty one
K Always sold out in medium
G So many boxes for one small ring
 Good all round
 My husband picked the green one`,
  de: `D Lag fünf Tage im Verteilzentrum
D Der Versand war kostenlos und flott
P Im Laden um die Ecke zahle ich weniger
P Das ist sein Geld nicht wert
Q Die Sohle hat sich gelöst
Q Robuster Reißverschluss, dicker Stoff
F Die Ärmel sind viel zu lang
S Die Dame im Chat hat es in Minuten geklärt
S Man erreicht dort niemanden
W Das Menü öffnet sich am Handy nicht
Y Meine Visa wurde nicht angenommen
R Warte seit Mai auf die Erstattung
R Musste das Porto für die Rücksendung selbst zahlen
K In M immer ausverkauft
G So viele Kartons für einen kleinen Ring
 Rundum gut
 Mein Mann hat die grüne ausgesucht`,
  fr: `D Resté cinq jours au dépôt
D Livraison gratuite et rapide
P Je paie moins en magasin
P Ça ne vaut pas son prix
Q La semelle s'est décollée
Q Fermeture éclair solide, tissu épais
F Les manches sont bien trop longues
S La conseillère a tout réglé en quelques minutes
S Impossible de joindre quelqu'un
W Le menu ne s'ouvre pas sur mon téléphone
Y Ma Visa n'a pas été acceptée
R J'attends mon remboursement depuis mai
R J'ai dû payer le retour
K Toujours épuisé en M
G Tant de cartons pour une petite bague
 Très bien dans l'ensemble
 Mon mari a choisi le vert`,
  es: `D Estuvo cinco días en el almacén de reparto
D Envío gratis y rápido
P En la tienda pago menos
P No vale lo que cuesta
Q La suela se despegó
Q Cremallera resistente y tela gruesa
F Las mangas son larguísimas
S La chica del chat lo resolvió en minutos
S No hay manera de hablar con nadie
W El menú no se despliega en el móvil
Y No aceptaba mi Visa
R Espero mi reembolso desde mayo
R Tuve que pagar la devolución
K Siempre agotado en la M
G Tantas cajas para un anillo pequeño
 Todo muy bien
 Mi marido eligió el verde`,
  nl: `D Lag vijf dagen in het sorteercentrum
D Gratis en snelle verzending
P In de winkel betaal ik minder
P Het is zijn geld niet waard
Q De zool liet los
Q Stevige rits en dikke stof
F De mouwen zijn veel te lang
S De dame in de chat loste het in minuten op
S Je krijgt niemand te pakken
W Het menu opent niet op mijn telefoon
Y Mijn Visa werd niet geaccepteerd
R Wacht sinds mei op mijn terugbetaling
R Moest de retour zelf betalen
K Altijd uitverkocht in M
G Zoveel dozen voor een klein ringetje
 Over het geheel goed
 Mijn man koos de groene`,
  it: `D È rimasto cinque giorni nel deposito
D Spedizione gratuita e veloce
P In negozio pago meno
P Non vale quello che costa
Q La suola si è scollata
Q Cerniera robusta e tessuto spesso
F Le maniche sono lunghissime
S La ragazza della chat ha risolto in pochi minuti
S Impossibile parlare con qualcuno
W Il menu non si apre sul telefono
Y Non accettava la mia Visa
R Aspetto il rimborso da maggio
R Ho dovuto pagare il reso
K Sempre esaurito nella M
G Tante scatole per un piccolo anello
 Tutto bene
 Mio marito ha scelto il verde`,
  pt: `D Ficou cinco dias no armazém da transportadora
D Envio grátis e rápido
P Na loja pago menos
P Não vale o que custa
Q A sola descolou
Q Fecho resistente e tecido grosso
F As mangas são compridíssimas
S A menina do chat resolveu em minutos
S Não se consegue falar com ninguém
W O menu não abre no telemóvel
Y Não aceitava o meu Visa
R Espero o reembolso desde maio
R Tive de pagar a devolução
K Sempre esgotado no M
G Tantas caixas para um anel pequeno
 Tudo bem
 O meu marido escolheu o verde`,
}
