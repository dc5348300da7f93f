/**
 * A language's words of judgement, written for shop comments. Each field is one string of entries with spaces between them:
 * `great`, which stands for every word that begins so where it has five letters or more, and otherwise for itself; `amaz*` and
 * `light.` say so of shorter and of longer words; `waste_of` and `so-so` stand for words in a row; `=schön` for a word that must be
 * typed with its accents, because without them it is another word. Words of grammar (from `too` on) are always whole.
 */
export interface Words {
  /** 3, 2 and 1 for what is praised. */
  love: string
  good: string
  mild: string
  /** -1, -2 and -3 for what is missed. */
  poor: string
  bad: string
  awful: string
  /** -2, and as much praise where it is denied: "no problems". */
  trouble: string
  /** Nothing by themselves, -2 where they are denied: "didn't arrive". */
  due: string
  /** Nothing by themselves, -2 with one of `too`: "too small". */
  measure: string
  too: string
  /** What says in so many words that it is neither here nor there, or only looks like judgement. */
  plain: string
  not: string
  /** Make the next word of judgement weigh more or less. */
  very: string
  bit: string
  /** What follows stands against what came before. */
  but: string
  /** Those of `not` that may follow what they deny: "funktioniert nicht". */
  trailing?: string
}
