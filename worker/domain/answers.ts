import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import {
  type Reader,
  readChoice,
  readChoices,
  readConsent,
  readContact,
  readPoint,
  readRating,
  readText,
  taken,
} from './answer-readers.ts'
import { scaleOf } from './category.ts'
import type { Contact } from './contact.ts'
import { commentQuestion, type Fault } from './definition.ts'
import { isOther, otherTextId, withOther } from './other.ts'

/**
 * One step's answers as they are stored. `undefined` leaves what an earlier step said; null takes it
 * back. Maps hold null for an answer taken back.
 */
export interface StepAnswers {
  score: number | null | undefined
  comment: string | undefined
  /** A choice's id, a list of them, a rating's point, or `yes` of a consent. */
  closed: Record<string, string | string[] | null>
  texts: Record<string, string | null>
}

/** Ways to reach the shopper, by question id. Apart from the answers, so that nothing that shows answers can show them. */
export type StepContacts = Record<string, Contact | null>

export interface ReadStep {
  answers: StepAnswers
  contacts: StepContacts
}

export type AnswersResult = ({ ok: true } & ReadStep) | { ok: false; faults: Fault[] }

/** What is wrong with an answer, or undefined once it stands in the step. */
type Misfit = string | undefined

/**
 * Reads one step's answers by the version they name. Strict: a score is a whole number on the scale,
 * never a numeral in quotes; choices are the definition's own ids. Only questions on the path may insist on an answer.
 */
export function readAnswers(
  definition: Definition,
  answers: Record<string, unknown>,
  path: readonly Question[] = definition.questions,
): AnswersResult {
  const faults: Fault[] = []
  const step: ReadStep = { answers: { score: undefined, comment: undefined, closed: {}, texts: {} }, contacts: {} }
  for (const [id, answer] of Object.entries(answers)) {
    const fault = path.some((q) => q.id === id && isRequired(q) && isEmpty(answer))
      ? requiredDetail
      : readAnswer(definition, id, answer, step)
    if (fault) faults.push({ pointer: `/answers/${escapePointer(id)}`, detail: fault })
  }
  dropUnchosenTexts(definition.questions, step.answers)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, ...step }
}

/** Puts the answer into the step, or says what is wrong with it. */
function readAnswer(definition: Definition, id: string, answer: unknown, step: ReadStep): Misfit {
  const { metric, points, questions } = definition
  const { answers, contacts } = step
  const close = (value: string | string[] | null) => {
    answers.closed[id] = value
  }
  const note = (text: string | null) => {
    answers.texts[id] = text
  }
  const question = questions.find((q) => q.id === id)
  switch (question?.type) {
    case 'metric': {
      const scale = scaleOf(metric, points)
      if (!scale) return 'this survey has no metric'
      return put(answer, readPoint(scale), (score) => {
        answers.score = score
      })
    }
    case 'rating':
      return put(answer, readRating(question), close)
    case 'choice':
      return put(answer, readChoice(question), close)
    case 'choices':
      return put(answer, readChoices(question), close)
    case 'consent':
      return put(answer, readConsent, close)
    case 'text':
      if (id !== commentQuestion(questions)) return put(answer, readText, note)
      return put(answer, readText, (text) => {
        answers.comment = text ?? ''
      })
    case 'contact':
      return put(answer, readContact(question), (contact) => {
        contacts[id] = contact
      })
    case 'statement':
      return 'a statement has no answer'
    case undefined:
      if (withOther(questions).some((one) => otherTextId(one) === id)) return put(answer, readText, note)
      return 'this survey version has no such question'
  }
}

function put<T>(answer: unknown, read: Reader<T>, store: (value: T | null) => void): Misfit {
  const result = answer === null ? taken<T>(null) : read(answer)
  if (!result.ok) return result.detail
  store(result.value)
  return
}

/** What `other` is goes when `other` is no longer chosen. */
function dropUnchosenTexts(questions: readonly Question[], { closed, texts }: StepAnswers): void {
  for (const id of withOther(questions)) if (Object.hasOwn(closed, id) && !isOther(closed[id])) texts[otherTextId(id)] = null
}

/** A stored closed answer as it was sent: digits are a rating, since choices' ids begin with a letter. */
export function closedAnswer(stored: string | string[]): number | string | string[] {
  return typeof stored === 'string' && /^\d+$/.test(stored) ? Number(stored) : stored
}

function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

export const requiredDetail = 'this question is required'

function isRequired(question: Question): boolean {
  return question.type !== 'metric' && question.type !== 'statement' && question.required
}

/** Null and the empty list say in so many words that there is no answer. An empty text is a field not filled in yet. */
function isEmpty(answer: unknown): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0)
}

/** Those of the questions that are required and that this step leaves without an answer; an earlier step may have given it. */
export function missingRequired(questions: readonly Question[], { answers, contacts }: ReadStep): string[] {
  const commentId = commentQuestion(questions)
  const given = new Map<string, unknown>(Object.entries({ ...answers.closed, ...answers.texts, ...contacts }))
  return questions
    .filter(isRequired)
    .map((q) => q.id)
    .filter((id) => !(id === commentId ? answers.comment : given.get(id)))
}
