import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import { type Answers, pathOf } from './branching.ts'
import { categoryOf } from './category.ts'
import { otherTextId, withOther } from './other.ts'

export interface OnPath {
  /** The questions the shopper was led through, as far as the answers tell. */
  path: readonly Question[]
  /** The step with the answers off the path taken back: null, whatever was sent or said before. */
  given: Record<string, unknown>
  /** Whether an answer was dropped by that. */
  dropped: boolean
}

/**
 * Keeps what was asked. `given` is a step as it was sent, `before` what earlier steps said; the newer word counts.
 * docs/decisions/0008-answers-off-the-path.md says why an answer off the path is dropped and not refused.
 */
export function onPath({ metric, points, questions }: Definition, given: Record<string, unknown>, before: Answers): OnPath {
  const said = merged(before, given)
  const category = typeof said.score === 'number' ? categoryOf(metric, points, said.score) : null
  const path = pathOf(questions, said, category)
  const off = idsOf(questions.filter((question) => !path.includes(question)))
  const sent = { ...before, ...given }
  return {
    path,
    given: { ...given, ...Object.fromEntries(off.map((id) => [id, null])) },
    dropped: off.some((id) => Object.hasOwn(sent, id) && sent[id] !== null),
  }
}

export function hasBranches(questions: readonly Question[]): boolean {
  return questions.some((question) => question.branches && question.branches.length > 0)
}

/** Whether an answer fits its question is asked later: here only what a branch can read. */
function merged(before: Answers, given: Record<string, unknown>): Answers {
  const all = Object.entries<unknown>({ ...before, ...given })
  return Object.fromEntries(all.filter((entry): entry is [string, Answers[string]] => isAnswer(entry[1])))
}

function isAnswer(value: unknown): value is Answers[string] {
  return [value].flat().every((one) => typeof one === 'string') || typeof value === 'number'
}

/** Every id under which these questions may be answered. */
function idsOf(questions: readonly Question[]): string[] {
  return [...questions.filter((q) => q.type !== 'statement').map((q) => q.id), ...withOther(questions).map(otherTextId)]
}
