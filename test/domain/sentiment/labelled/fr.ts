/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const fr = `
p Superbes chaussures, elles me vont parfaitement.
p Livraison très rapide, merci beaucoup !
p Pas mal du tout, je commanderai à nouveau.
p Aucun problème, tout s'est bien passé.
p La commande était simple et rapide.
p Rien à redire, bon rapport qualité-prix.
p Votre équipe a réglé mon retour en quelques minutes, bravo.
p Ma fille adore la robe.
p Le meilleur site que j'aie utilisé depuis des années
p Je suis ravie de ma veste
p Arrivé avec un jour d'avance et bien emballé.
p Exactement ce que je cherchais 👍
p Très beau tissu, tout doux. Je recommande vivement.
p Je n'ai jamais eu de souci avec cette boutique
p Vraiment contente de la qualité
n Le colis est arrivé avec deux semaines de retard et personne n'a répondu à mes messages.
n La fermeture éclair a cassé au bout de trois jours.
n Ça ne vaut pas son prix.
n Beaucoup trop petit, j'ai dû le renvoyer.
n Ça ne fonctionne pas.
n Je ne suis pas du tout satisfait du service
n Expérience horrible, plus jamais !
n La couleur n'a rien à voir avec la photo. Déçue.
n Votre site plante toujours au moment du paiement.
n J'attends toujours mon remboursement depuis un mois...
n Le livreur a jeté le carton par-dessus la clôture, le vase était brisé.
n Mauvaises finitions, matière bas de gamme
n Je déconseille cette boutique.
n Ma commande n'est jamais arrivée.
n Les frais de port sont scandaleux 😡
n Ça sent mauvais et le tissu gratte.
u J'ai commandé deux chemises et une ceinture lundi.
u C'est correct, sans plus.
u Moyen, ni bon ni mauvais.
u C'était un cadeau pour mon frère.
u Est-ce que vous l'avez aussi en bleu ?
u Le colis a été déposé chez le voisin au numéro 12.
u Je suis client depuis 2019.
u C'est une veste avec deux poches.
m Jolies chaussures mais la livraison a pris une éternité.
m La qualité est excellente, par contre la taille ne correspond pas du tout.
m J'adore la couleur, je déteste la coupe.
m Bons prix, mais le service client est nul.
m Très belle robe. Malheureusement elle avait une tache.
m Personnel aimable, cependant le site est un cauchemar.
m Livré à temps mais un des verres était cassé
`
