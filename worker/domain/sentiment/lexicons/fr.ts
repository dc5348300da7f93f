import type { Words } from '../words.ts'

export const fr: Words = {
  love: `enchant exceptionnel formidable génia imbattab incroyab meilleur merveill parfait ravi ravie ravis au_top rien_à_dire
    rien_à_redire`,
  good: `agréab aimable aime avance beau beaux bel belle bien bon bonne. bons content douce doux facile fiable fluide gentil
    gratuit heureu joli* merci plaisir plaît plu qualité-prix rapid réacti remerci reviendrai sérieu serviable soign utile vite
    et_simple je_cherchais pas_cher pas_mal simple_et vaut_la_peine vaut_le_coup`,
  mild: `abordable aidé clair correctement exactement fonctionne marche. mieux propre raisonnable réglé résolu simple va vont
    à_l_heure à_temps`,
  poor: `attend attente bizarre bruyant cher chère chers difficile dommage étroit gratte hélas lent* lourd malheureusement
    manqu renvoy retard retourn rigide serré tache tard bas_de_gamme laisse_à_désirer pourrait_être taille_grand taille_petit`,
  bad: `abîmé annul bloque brisé cassé décev déchir déconseil déçu* défaut désagréab endommag énerv erreur éternité excuses
    fausse faux impossible inutilisab jeté laid* mal mauvais mécontent menti moche odeur oubli panne perdu pire* plante pue
    refus regrett sale* triste troué manque_de rien_à_voir sent_mauvais`,
  awful: `affreu arnaqu cauchemar dégoût escroc fuyez honte inacceptab inadmissib lamentab merd* nul nulle nuls pourri à_fuir
    plus_jamais`,
  trouble: 'difficulté ennui plaindre regret reproche souci',
  due: 'arrivé correspond dure expédi fonctionn livré march ouvre reçu* rembours répond réponse ressembl tient vaut',
  measure: `bas chaud cher chère clair compliqué court élevé épais étroit fin fine froid grand haut* juste large lent* long*
    lourd petit serré sombre tard`,
  too: 'trop',
  plain: `bof correct correcte* moyen* passable* bien_que bien_sûr ni_bon_ni_mauvais non_seulement ou_bien rien_de_spécial
    s_il_vous_plaît sans_plus`,
  not: 'aucun aucune jamais n ne ni non pas personne rien sans',
  very: 'absolument bien complètement extrêmement particulièrement si super tellement totalement tout très ultra vraiment',
  bit: 'assez légèrement peu plutôt relativement',
  but: 'cependant contre dommage mais malgré malheureusement pourtant revanche sauf',
  trailing: 'pas plus jamais',
}
