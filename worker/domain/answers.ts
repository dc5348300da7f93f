import { limits } from '../contract/limits.ts'
import type { ChoiceQuestion, Definition, Question } from '../contract/survey.ts'
import { scaleOf } from './category.ts'
import { commentQuestion, type Fault } from './definition.ts'
import { cleanText, codePoints } from './text.ts'

/**
 * One step's answers as they are stored. `undefined` leaves what an earlier step said; null takes it
 * back. Maps hold null for an answer taken back.
 */
export interface StepAnswers {
  score: number | null | undefined
  comment: string | undefined
  closed: Record<string, string | string[] | null>
  texts: Record<string, string | null>
}

export type AnswersResult = { ok: true; answers: StepAnswers } | { ok: false; faults: Fault[] }

/**
 * Reads one step's answers by the version they name. Strict: a score is a whole number on the scale,
 * never a numeral in quotes; choices are the definition's own ids.
 */
export function readAnswers(definition: Definition, answers: Record<string, unknown>): AnswersResult {
  const faults: Fault[] = []
  const step: StepAnswers = { score: undefined, comment: undefined, closed: {}, texts: {} }
  const commentId = commentQuestion(definition.questions)
  for (const [id, answer] of Object.entries(answers)) {
    const question = definition.questions.find((q) => q.id === id)
    const fault = question
      ? readAnswer(definition, question, answer, commentId, step)
      : 'this survey version has no such question'
    if (fault) faults.push({ pointer: `/answers/${escapePointer(id)}`, detail: fault })
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers: step }
}

/** Puts the answer into the step, or says what is wrong with it. */
function readAnswer(definition: Definition, question: Question, answer: unknown, commentId: string | null, step: StepAnswers) {
  if (answer === null) {
    if (question.type !== 'metric' && question.required) return 'this question is required'
    takeBack(question, commentId, step)
    return
  }
  if (question.type === 'metric') return readScore(definition, answer, step)
  if (question.type === 'text') return readText(question.id, answer, commentId, step)
  return readChoice(question, answer, step)
}

function takeBack(question: Question, commentId: string | null, step: StepAnswers): void {
  if (question.type === 'metric') step.score = null
  else if (question.id === commentId) step.comment = ''
  else if (question.type === 'text') step.texts[question.id] = null
  else step.closed[question.id] = null
}

function readScore(definition: Definition, answer: unknown, step: StepAnswers) {
  const scale = scaleOf(definition.metric, definition.points)
  if (!scale || typeof answer !== 'number' || !Number.isInteger(answer) || answer < scale[0] || answer > scale[1]) {
    return scale ? `a whole number from ${scale[0]} to ${scale[1]}` : 'this survey has no metric'
  }
  // -0 passes as an integer and would be stored as a float.
  step.score = answer === 0 ? 0 : answer
  return
}

function readText(id: string, answer: unknown, commentId: string | null, step: StepAnswers) {
  if (typeof answer !== 'string') return 'text'
  const text = cleanText(answer)
  if (codePoints(text) > limits.comment) return `at most ${limits.comment} characters`
  if (id === commentId) step.comment = text
  else step.texts[id] = text === '' ? null : text
  return
}

function readChoice(question: ChoiceQuestion, answer: unknown, step: StepAnswers) {
  const known = (id: unknown) => question.choices.some((choice) => choice.id === id)
  if (question.type === 'choice') {
    if (typeof answer !== 'string' || !known(answer)) return 'one of the choices'
    step.closed[question.id] = answer
    return
  }
  if (!Array.isArray(answer) || !answer.every(known)) return 'a list of the choices'
  if (new Set(answer).size !== answer.length) return 'each choice at most once'
  if (question.required && answer.length === 0) return 'this question is required'
  // Kept in the definition's order, so that the same set is the same text.
  const chosen = question.choices.map((choice) => choice.id).filter((id) => answer.includes(id))
  step.closed[question.id] = chosen.length === 0 ? null : chosen
  return
}

function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Ids of required questions this step leaves without an answer; an earlier step may have given it. */
export function missingRequired(definition: Definition, step: StepAnswers): string[] {
  const commentId = commentQuestion(definition.questions)
  return definition.questions
    .filter((q) => q.type !== 'metric' && q.required)
    .map((q) => q.id)
    .filter((id) => (id === commentId ? !step.comment : !step.texts[id] && !step.closed[id]))
}
