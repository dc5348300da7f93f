/** Words that say how somebody found it, or that it was bought, not what they speak of: no names for tags. Written without accents. */
const list = `amazing awesome awful bad best better brilliant disappointed disappointing enjoy enjoyed excellent fantastic fine glad good great
  happy hate horrible like liked love loved lovely nice ok okay perfect perfectly pleased poor recommend recommended satisfied super terrible
  thank thanks top unhappy wonderful worst absolutely definitely highly everything always overall bit lot lots
  product products item items bought purchase purchased ordered shop store produkt produkte produit produits producto productos prodotto prodotti
  produto produtos artikel
  alles bestens danke enttauscht gefallt gerne gut gute guten guter gutes hervorragend klasse perfekt prima schade schlecht schlechte schlechter
  schon schone toll tolle tolles wunderbar zufrieden empfehlen empfehlenswert weiter
  bon bonne bons bonnes bien content contente decu decue excellent excellente genial magnifique mauvais mauvaise merci nul nulle parfait parfaite
  ravi ravie satisfait satisfaite recommande adore
  bien bueno buena buenos buenas contenta contento decepcionado decepcionada encanta encantado encantada excelente excelentes fatal genial gracias
  gusta gusto malo mala mejor peor perfecto perfecta recomiendo satisfecho satisfecha
  bedankt blij fijn fijne geweldig goed goede jammer leuk leuke mooi mooie prima slecht slechte tevreden teleurgesteld top aanrader
  bello bella bene buono buona buoni consiglio contenta contento deluso delusa eccellente felice grazie male ottima ottimo ottimi peggio
  perfetta perfetto pessima pessimo piace piaciuto soddisfatta soddisfatto
  adorei boa bom bons boas contente excelente gostei gosto ma mau mal obrigada obrigado otima otimo pessima pessimo pior recomendo satisfeita
  satisfeito`
const words = new Set(list.split(/\s+/))
const accents = /[\u0300-\u036f]/g

/** Whether a phrase has no other words. */
export function isPraiseOrBlame(phrase: string): boolean {
  const folded = phrase.normalize('NFD').replace(accents, '').toLowerCase()
  return folded.split(' ').every((word) => words.has(word))
}
