import type { limits } from '../../../worker/contract/limits.ts'
import type { Branch, Question } from '../../../worker/contract/question.ts'

export type Kind = Question['type']
type Asked = Exclude<Kind, 'metric'>

/** As many as the worker takes. */
export const most: Pick<typeof limits, 'questions' | 'choices'> = { questions: 30, choices: 50 }

/** What each kind of question is to somebody who never saw its name. */
export const kindNames: Record<Kind, string> = {
  metric: 'Score',
  text: 'Free text',
  choice: 'One of several',
  choices: 'Any of several',
  rating: 'Rating',
  statement: 'Something to read',
  consent: 'A box to tick',
  contact: 'A way to reach them',
}

export const addable: readonly Asked[] = ['text', 'choice', 'choices', 'rating', 'statement', 'consent', 'contact']

/** An id nobody has yet. It is what is stored, and stays when the words change. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const base = slug(wanted) || 'question'
  if (!taken.includes(base)) return base
  let n = 2
  while (taken.includes(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}

/** What is left of words in an id: "What was missing?" is `what-was-missing`. */
function slug(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
  const short = joined.slice(0, 30).replace(/-+$/, '')
  return ['next', 'end', 'other', 'score'].includes(short) ? `${short}-1` : short
}

const beginnings: Record<Asked, (id: string) => Question> = {
  text: (id) => ({ id, type: 'text', text: 'What else should we know?', required: false }),
  choice: (id) => ({ id, type: 'choice', text: 'Which fits best?', choices: twoChoices, required: false }),
  choices: (id) => ({ id, type: 'choices', text: 'What applies?', choices: twoChoices, required: false }),
  rating: (id) => ({ id, type: 'rating', text: 'How was it?', points: 5, low: 'Poor', high: 'Excellent', required: false }),
  statement: (id) => ({ id, type: 'statement', text: 'Good to know' }),
  consent: (id) => ({ id, type: 'consent', text: 'You may quote what I wrote', required: false }),
  contact: (id) => ({
    ...{ id, type: 'contact', channel: 'email', text: 'May we get back to you?', required: false },
    purpose: 'Only to answer you; deleted once that is done.',
  }),
}

const twoChoices = [
  { id: 'first', text: 'First choice' },
  { id: 'second', text: 'Second choice' },
]

/** The questions with a new one of this kind at the end, which is asked in the words it begins with. */
export function withNew(questions: readonly Question[], kind: Asked): Question[] {
  const begun = beginnings[kind](kind)
  const id = freeId(
    kind,
    questions.map((one) => one.id),
  )
  // A shopper is asked for their e-mail address once: the second is their phone.
  const asked = questions.some((one) => one.type === 'contact' && one.channel === 'email')
  return [...questions, { ...begun, id, ...(begun.type === 'contact' && asked && { channel: 'phone' as const }) } as Question]
}

/** Without the question at this place; branches that led there or looked at it go with it. */
export function without(questions: readonly Question[], at: number): Question[] {
  const gone = questions[at]?.id
  const leads = ({ to, question }: Branch) => to === gone || question === gone
  return questions
    .filter((_, i) => i !== at)
    .map((one) => (one.branches?.some(leads) ? { ...one, branches: one.branches.filter((branch) => !leads(branch)) } : one))
}

/** One moved to another place; what lies between makes room. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from)
  const item = list[from]
  return item === undefined ? [...list] : [...rest.slice(0, to), item, ...rest.slice(to)]
}

export function replaced<T>(list: readonly T[], at: number, next: T): T[] {
  return list.map((one, i) => (i === at ? next : one))
}

/** With one more choice, whose id says what it was called first. */
export function withChoice<C extends { id: string; text: string }>(
  choices: readonly C[],
  text: string,
): { id: string; text: string }[] {
  const id = freeId(
    text,
    choices.map((one) => one.id),
  )
  return [...choices, { id, text }]
}
