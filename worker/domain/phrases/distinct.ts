import type { Found } from './found.ts'

/** Of the comments that hold one phrase, so many hold the other too: then they say the same. */
const sameShare = 0.7
/** The same of two phrases without a word in common. */
const twinShare = 0.9

/**
 * Some phrases, the most telling of which stand first, without those that are said in the same comments as one before: of "late" and
 * "arrived late" the longer one where nearly all that hold the shorter hold it, else the shorter; "arrived" then goes with them.
 */
export function distinct<Phrase extends Found>(phrases: readonly Phrase[]): Phrase[] {
  const groups: { told: Phrase; members: Phrase[] }[] = []
  for (const phrase of phrases) {
    const group = groups.find(({ members }) => members.some((member) => saysTheSame(phrase, member)))
    if (!group) groups.push({ told: phrase, members: [phrase] })
    else {
      group.members.push(phrase)
      if (saysMore(phrase, group.told)) group.told = phrase
    }
  }
  return groups.map(({ told }) => told)
}

function saysTheSame(a: Found, b: Found): boolean {
  const shared = sharedOf(a.comments, b.comments)
  if (a.words.some((word) => b.words.includes(word))) return shared >= sameShare * Math.min(a.comments.length, b.comments.length)
  return shared >= twinShare * Math.max(a.comments.length, b.comments.length)
}

function saysMore(longer: Found, shorter: Found): boolean {
  return (
    longer.words.length > shorter.words.length &&
    shorter.words.every((word) => longer.words.includes(word)) &&
    longer.comments.length >= sameShare * shorter.comments.length
  )
}

/** How many numbers two ascending lists share. */
export function sharedOf(a: readonly number[], b: readonly number[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}
