import type { frequent } from './frequent.ts'

type Spelled = keyof typeof frequent

/** Letters few languages write, which folding takes away or which say more than a word. */
export const letters: [string, Spelled[]][] = [
  ['ß', ['de']],
  ['ñ¿¡', ['es']],
  ['ã', ['pt']],
  ['õ', ['pt']],
  ['ç', ['fr', 'pt', 'tr', 'ca']],
  ['œ', ['fr']],
  ['ê', ['fr', 'pt', 'vi']],
  ['àè', ['fr', 'it', 'ca']],
  ['ù', ['fr', 'it']],
  ['ò', ['it', 'ca']],
  ['ì', ['it']],
  ['őű', ['hu']],
  ['ățșţ', ['ro']],
  ['ğış', ['tr']],
  ['å', ['sv', 'da', 'nb']],
  ['øæ', ['da', 'nb']],
  ['ö', ['de', 'sv', 'fi', 'tr', 'hu']],
  ['ä', ['de', 'sv', 'fi']],
  ['ü', ['de', 'tr', 'hu']],
  ['łżźśń', ['pl']],
  ['ąę', ['pl', 'lt']],
  ['ěřů', ['cs']],
  ['ľĺŕ', ['sk']],
  ['ėųįū', ['lt']],
  ['đ', ['sr', 'vi']],
  ['ơưạảấầẩậắằệềểốồộớờợụủứừự', ['vi']],
  ['іїєґ', ['uk']],
  ['ыэё', ['ru']],
  ['ъ', ['bg']],
  ['јљњћђџ', ['sr']],
  ['پچژگ', ['fa', 'ur']],
  ['ےںٹڈ', ['ur']],
]
