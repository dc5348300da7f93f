import type { Category } from '../../../worker/contract/category.ts'
import type { Branch, Question } from '../../../worker/contract/question.ts'
import { categoriesOf, scaleOf } from '../../../worker/domain/category.ts'
import { listed, partNames } from '../wording.ts'
import type { Draft } from './draft.ts'

/** What a branch looks at. */
export type Looks = 'always' | 'category' | 'score' | 'answer'

/** Undefined where it looks at several things, which only the API makes. */
export function looksOf({ category, score, answer }: Branch): Looks | undefined {
  const kinds = [category && 'category', score && 'score', answer && 'answer'].filter((kind) => kind !== undefined) as Looks[]
  return kinds.length > 1 ? undefined : (kinds[0] ?? 'always')
}

/** The answers one can tell beforehand, in a shopper's words. */
export function answersOf(question: Question, draft: Pick<Draft, 'metric' | 'points'>): { id: string; text: string }[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return [...question.choices, ...(question.other ? [{ id: 'other', text: question.other }] : [])]
    case 'rating':
      return points(1, question.points)
    case 'metric':
      return points(...(scaleOf(draft.metric, draft.points) ?? [1, 0]))
    case 'consent':
      return [{ id: 'yes', text: 'ticked' }]
    case 'text':
    case 'statement':
    case 'contact':
      return []
  }
}

const points = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({ id: `${from + i}`, text: `${from + i}` }))

/** The questions whose answers a branch at this place may look at, nearest first. */
export function knownAt(draft: Draft, at: number): Question[] {
  return draft.questions
    .slice(0, at + 1)
    .filter((one) => one.type !== 'metric' && answersOf(one, draft).length > 0)
    .reverse()
}

/** What a branch at this place can look at. */
export function looksAt(draft: Draft, at: number): Looks[] {
  const scored = draft.questions.slice(0, at + 1).some(({ type }) => type === 'metric')
  return [
    ...(scored ? (['category', 'score'] as const) : []),
    ...(knownAt(draft, at).length > 0 ? (['answer'] as const) : []),
    'always',
  ]
}

/** A branch that looks at something else, with what it most likely looks for; it leads where it led. */
export function lookingAt(looks: Looks, { to }: Pick<Branch, 'to'>, draft: Draft, at: number): Branch {
  const scale = scaleOf(draft.metric, draft.points)
  const worst = categoriesOf(draft.metric).at(-1)
  const [near] = knownAt(draft, at)
  if (looks === 'category' && worst) return { category: [worst], to }
  if (looks === 'score' && scale) return { score: [scale[0], Math.floor((scale[0] + scale[1]) / 2)], to }
  if (looks === 'answer' && near) {
    const first = answersOf(near, draft)[0]?.id ?? ''
    return { ...(draft.questions[at]?.id !== near.id && { question: near.id }), answer: [first], to }
  }
  return { to }
}

/** Where a branch may lead: `end`, `next`, or a later question. */
export function targetsOf(draft: Draft, at: number): { to: string; words: string }[] {
  const later = draft.questions.slice(at + 1).map(({ id, text }, i) => ({ to: id, words: `question ${at + 2 + i}: ${text}` }))
  return [{ to: 'end', words: 'the end' }, { to: 'next', words: 'the next question' }, ...later]
}

/** The whole branch as a sentence: "If the shopper is a detractor, go to the end." */
export function sentence(branch: Branch, draft: Draft, at: number): string {
  const target =
    targetsOf(draft, at).find(({ to }) => to === branch.to)?.words ?? `${branch.to}, which can’t be reached from here`
  const conditions = [
    branch.category && `the shopper is among ${listed(branch.category.map((one: Category) => partNames[one]))}`,
    branch.score && `the score is from ${branch.score[0]} to ${branch.score[1]}`,
    branch.answer && answerWords(branch, draft, at),
  ].filter((one) => one !== undefined)
  return conditions.length > 0 ? `If ${conditions.join(' and ')}, go to ${target}.` : `Always go to ${target}.`
}

function answerWords({ question, answer = [] }: Branch, draft: Draft, at: number): string {
  const looked = draft.questions.find((one) => one.id === (question ?? draft.questions[at]?.id))
  const all = looked ? answersOf(looked, draft) : []
  const words = answer.map((id) => `“${all.find((one) => one.id === id)?.text ?? id}”`)
  const place = looked && looked.id !== draft.questions[at]?.id ? ` to question ${draft.questions.indexOf(looked) + 1}` : ''
  return `the answer${place} is ${words.join(' or ')}`
}
