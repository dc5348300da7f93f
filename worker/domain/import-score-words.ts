import { fold } from './words/fold.ts'

/**
 * What survey programs print beneath the points of their scales, from the worst to the best, in English, German, French and Spanish; a
 * point may have several names, and of eleven points only the ends have one. The first that holds all of a file's words is taken.
 */
const printed = `
dissatisfied|neutral|satisfied
unzufrieden|neutral|zufrieden
insatisfait|neutre|satisfait
insatisfecho|neutral|satisfecho
very dissatisfied|dissatisfied,somewhat dissatisfied|neutral,neither satisfied nor dissatisfied|satisfied,somewhat satisfied|very satisfied
not at all satisfied|not so satisfied,slightly satisfied|somewhat satisfied,moderately satisfied|very satisfied|extremely satisfied
very difficult|difficult|neutral,neither easy nor difficult|easy|very easy
strongly disagree|disagree,somewhat disagree|neutral,neither agree nor disagree|agree,somewhat agree|strongly agree
sehr unzufrieden|unzufrieden,eher unzufrieden|neutral,weder zufrieden noch unzufrieden,teils/teils|zufrieden,eher zufrieden|sehr zufrieden
sehr schwierig|schwierig|neutral,weder einfach noch schwierig|einfach|sehr einfach
stimme überhaupt nicht zu|stimme nicht zu,stimme eher nicht zu|neutral,weder noch,teils/teils|stimme zu,stimme eher zu|stimme voll und ganz zu
très insatisfait|insatisfait,plutôt insatisfait|neutre,ni satisfait ni insatisfait|satisfait,plutôt satisfait|très satisfait
très difficile|difficile|neutre,ni facile ni difficile|facile|très facile
pas du tout d'accord|pas d'accord,plutôt pas d'accord|neutre,ni d'accord ni pas d'accord|d'accord,plutôt d'accord|tout à fait d'accord
muy insatisfecho|insatisfecho,algo insatisfecho|neutral,ni satisfecho ni insatisfecho|satisfecho,algo satisfecho|muy satisfecho
muy difícil|difícil|neutral,ni fácil ni difícil|fácil|muy fácil
totalmente en desacuerdo|en desacuerdo,algo en desacuerdo|neutral,ni de acuerdo ni en desacuerdo|de acuerdo,algo de acuerdo|totalmente de acuerdo
extremely dissatisfied|moderately dissatisfied|slightly dissatisfied|neutral,neither satisfied nor dissatisfied|slightly satisfied|moderately satisfied|extremely satisfied
strongly disagree|disagree|somewhat disagree|neutral,neither agree nor disagree|somewhat agree|agree|strongly agree
stimme überhaupt nicht zu|stimme nicht zu|stimme eher nicht zu|neutral,weder noch,teils/teils|stimme eher zu|stimme zu|stimme voll und ganz zu
pas du tout d'accord|pas d'accord|plutôt pas d'accord|neutre,ni d'accord ni pas d'accord|plutôt d'accord|d'accord|tout à fait d'accord
totalmente en desacuerdo|en desacuerdo|algo en desacuerdo|neutral,ni de acuerdo ni en desacuerdo|algo de acuerdo|de acuerdo|totalmente de acuerdo
not at all likely,extremely unlikely||||||||||extremely likely
äußerst unwahrscheinlich,überhaupt nicht wahrscheinlich,sehr unwahrscheinlich||||||||||äußerst wahrscheinlich,sehr wahrscheinlich
pas du tout probable,extrêmement improbable||||||||||extrêmement probable,tout à fait probable
nada probable,extremadamente improbable||||||||||extremadamente probable,muy probable`

/** Words of a scale with their places on it, 0 being the worst. */
export type ScoreWords = ReadonlyMap<string, number>

let scales: { points: number; words: ScoreWords }[] | undefined

/** Made when a file has words for the first time, since most have numbers. */
function knownScales() {
  scales ??= printed
    .trim()
    .split('\n')
    .map((line) => {
      const points = line.split('|')
      const words = points.flatMap((names, at) => names.split(',').flatMap((name) => (name ? [[plain(name), at] as const] : [])))
      return { points: points.length, words: new Map(words) }
    })
  return scales
}

/**
 * The scale of so many points whose words these cells are: one that holds whatever of them any such scale has. Undefined where there is
 * none. "Very satisfied" is the best of five, but the second best where others are extremely satisfied.
 */
export function wordsOf(cells: readonly unknown[], points: number): ScoreWords | undefined {
  const said = new Set(cells.flatMap((cell) => (typeof cell === 'string' && /^\D+$/.test(cell) ? [plain(cell)] : [])))
  if (said.size === 0) return
  const fitting = knownScales().filter((scale) => scale.points === points)
  const known = [...said].filter((word) => fitting.some(({ words }) => words.has(word)))
  return known.length === 0 ? undefined : fitting.find(({ words }) => known.every((word) => words.has(word)))?.words
}

/** A cell's place on the scale whose words are given. */
export const placeOf = (cell: string, words: ScoreWords | undefined) => words?.get(plain(cell))

/** In the form words are compared in; of French and Spanish only the masculine is listed. */
const plain = (text: string) =>
  fold(text.slice(0, 80))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/satisfaite?(\(e\))?s?/g, 'satisfait')
    .replace(/satisfech[ao](\/a|\(a\))?/g, 'satisfecho')
