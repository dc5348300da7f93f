/**
 * Words that neither begin nor end a phrase, by language; written without accents, as words are compared. "|" parts those that a phrase
 * may begin or end with but not consist of: "late" and "not late" say something, "not" doesn't.
 */
const lists: Record<string, string> = {
  en: `a about after although again ago all also am an and any are as at be because been before being both but by came can come could did do does
    doing done each even ever every for from get gets getting go going got had has have having he her here hers him his how however i if in into is
    it its just know last let like ll made make many may me might mine more most much must my now of off on once one only or other our ours
    over own please put quite rather re really s said same say see she should since so some still such t take than that the their them then
    there these they thing things this those though through till to took unfortunately up upon us use used ve very want was way we well went were what when
    where which while who whom why will with would yet you your yours
    | not no never too without out nothing none cannot cant dont didnt doesnt isnt wasnt wont less few hardly`,
  de: `ab aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bisher bist da dabei dadurch
    dafur dagegen daher damit dann daran darauf daruber das dass daß dazu dein dem den denn der des deshalb dich die dies diese diesem diesen
    dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach einmal er erst es etwas euch euer fur ganz gar gab geht ging
    gibt habe haben hab hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren im immer in ins ist ja je jede jedem jeden jeder jedes
    jetzt kann kam konnte leider machen macht man mal mehr mein meine meinem meinen meiner mich mir mit muss musste nach noch nun nur ob oder ohnehin
    schon sehr sein seine seit selbst sich sie sind so sogar soll sollte sondern sonst sowie uber um und uns unser unsere unter vom von vor
    wann war waren warum was weil welche wenn wer werden wie wieder will wir wird wo wurde wurden ware wegen zum zur zwar
    | nicht kein keine keinen keinem keiner keines nie niemals nichts zu ohne kaum wenig`,
  fr: `a afin ai aie ainsi alors apres as au aucuns aussi autre autres aux avait avant avec avez avoir avons bien c ca car ce ceci cela celle
    ces cet cette ceux chaque chez comme comment d dans de depuis des deux devrait doit donc dont du elle elles en encore entre est et etait
    etaient ete etes etre eu fait faire fois font furent il ils j je jusqu l la le les leur leurs lors lui m ma mais me meme mes moi mon n ne
    nos notre nous on ont or ou par parce peu peut pendant plus plutot pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa
    se sera ses si soit son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vers voici voila vos votre vous vu y
    | pas jamais trop sans rien aucun aucune non ni`,
  es: `a al algo algun alguna algunos ante antes aqui asi aun aunque bien cada como con contra cual cuando de del desde despues donde dos e el
    ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estado estan estar estas este esto estos estoy fue fueron ha habia
    hace hacer han has hasta hay he hemos la las le les lo los mas me mi mis mientras mismo mucha mucho muchos muy nos nosotros o os otra otro
    otros para pero por porque pues que quien se sea segun ser si sido siempre sobre solo son soy su sus tal tambien tan tanto te tener
    tengo tiene tienen toda todas todo todos tras tu tus un una uno unos unas va vez y ya yo
    | no nunca jamas sin demasiado demasiada nada ningun ninguna ninguno ni poco tampoco`,
  nl: `aan al alle alleen alles als altijd ander andere ben bij bijna blijft daar dan dat de deze die dit doen door dus echt een eens en er erg
    even gaan gaat ge gedaan geweest geworden had hadden heb hebben helaas hebt heeft heel hem hen het hier hij hoe hun iedereen iemand ik ik in is ja
    je jij jou jullie kan kon kunnen maar maken me meer men met mij mijn moet moeten mogen na naar net nog nu of om omdat onder ons onze ook op
    over s snel t te tegen terwijl toch toen tot uit van veel voor waar waarom wanneer want waren was wat we wel werd wezen wie wij wil wilde
    word worden wordt zal ze zelf zich zij zijn zo zou zouden
    | niet geen nooit niets zonder te weinig`,
  it: `a abbiamo all dall dell nell quell sull ad ai al alla alle allo anche ancora avere aveva avevo c che chi ci cio come con cosa cosi cui d da dai dal dalla dalle dei del
    della delle dello dentro di dopo dove due e ed era erano essere fa fare fatto fino fra gia gli ha hai hanno ho i il in io l la le lei li lo
    loro lui ma me mentre mi mia mie miei mio molta molto ne nei nel nella nelle noi nostra nostro o ogni oltre per perche pero piu poi prima
    quale quando quanto quasi quella quelle quelli quello questa queste questi questo qui sara se sempre si sia siamo solo sono sotto stata
    state stati stato su sua sue sui sul sulla suo suoi tanto te ti tra tu tua tutta tutte tutti tutto un una uno v vi voi
    | non mai troppo troppa senza niente nulla nessun nessuna nessuno poco`,
  pt: `a ainda algo algum alguma alguns ao aos apenas aquela aquele as ate bem cada com como da das de dela dele depois desde deu do dois dos
    e ela elas ele eles em entre era eram essa esse esta estao estava estavam este estou eu faz fazer fez foi foram ha havia isso isto ja la lhe
    mais mas me mesma mesmo meu meus minha minhas muita muito muitos na nas no nos nossa nosso num numa o onde os ou outra outro para pela pelas
    pelo pelos pois por porque porem pra qual quando que quem se seja sempre ser seu seus so sobre sou sua suas tal tambem tao te tem temos
    tenho ter teve tinha toda todas todo todos tudo um uma umas uns vai ver vez voce voces vou
    | nao nunca jamais sem demais nada nenhum nenhuma pouco`,
}

/** `stop` never stands at a phrase's end; `leaning` does, but a phrase needs another word besides. */
export type Kind = 'word' | 'leaning' | 'stop'

const kinds = new Map(Object.entries(lists).map(([language, list]) => [language, kindsOf([list])]))
/** For comments in a language that couldn't be told: words of any list. */
const anyLanguage = kindsOf(Object.values(lists))

function kindsOf(lists: readonly string[]): Map<string, Kind> {
  const ofKind = (kind: Kind, part: 0 | 1) =>
    lists.flatMap((list) => (list.split('|')[part] ?? '').split(/\s+/).map((word): [string, Kind] => [word, kind]))
  return new Map([...ofKind('stop', 0), ...ofKind('leaning', 1)])
}

/** Whether there are stop words of the language; of others, what both crowds say often counts as one. */
export const isListed = (language: string) => kinds.has(language)

/** One letter says nothing, except where a letter is a word (Chinese, Korean) or no letter at all (an emoji). */
const oneLetter = /^(?![\p{Script=Han}\p{Script=Hangul}])\p{L}\p{M}*$/u
const figures = /^[\p{N}.,:/%-]+$/u

/** What a folded word (see readWords) may do in a phrase. Contractions are what their parts are: "it's", "c'est", "didn't". */
export function kindOf(word: string, language: string): Kind {
  const known = kinds.get(language) ?? anyLanguage
  const listed = known.get(word)
  if (listed) return listed
  if (figures.test(word)) return 'leaning'
  if (word.endsWith("n't")) return 'leaning'
  if (word.includes("'")) return word.split("'").every((part) => part.length < 3 || known.get(part) === 'stop') ? 'stop' : 'word'
  return oneLetter.test(word) ? 'stop' : 'word'
}
