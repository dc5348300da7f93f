import { limits } from '../contract/limits.ts'
import type { ChoiceQuestion, Question } from '../contract/question.ts'
import { type Contact, isEmail, isPhone } from './contact.ts'
import { cleanText, codePoints } from './text.ts'

type Of<T extends Question['type']> = Extract<Question, { type: T }>

/** An answer as it is stored, null when it is empty; or what is wrong with it. */
export type Read<T> = { ok: true; value: T | null } | { ok: false; detail: string }
/** Reads one shape of answer from whatever was sent. */
export type Reader<T> = (answer: unknown) => Read<T>

export const taken = <T>(value: T | null): Read<T> => ({ ok: true, value })
const misfit = (detail: string): Read<never> => ({ ok: false, detail })

/** A whole number on the scale, never a numeral in quotes. */
export function readPoint([from, to]: readonly [number, number]): Reader<number> {
  return (answer) => {
    if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < from || answer > to)
      return misfit(`a whole number from ${from} to ${to}`)
    // -0 passes as an integer and would be stored as a float.
    return taken(answer === 0 ? 0 : answer)
  }
}

/** Stored as text among the closed answers, which is what is counted. No choice's id begins with a digit. */
export function readRating({ points }: Of<'rating'>): Reader<string> {
  const read = readPoint([1, points])
  return (answer) => {
    const point = read(answer)
    return point.ok ? taken(String(point.value)) : point
  }
}

export function readText(answer: unknown): Read<string> {
  if (typeof answer !== 'string') return misfit('text')
  const text = cleanText(answer)
  if (codePoints(text) > limits.comment) return misfit(`at most ${limits.comment} characters`)
  return taken(text === '' ? null : text)
}

export function readChoice(question: ChoiceQuestion): Reader<string> {
  return (answer) => (idsOf(question).some((id) => id === answer) ? taken(String(answer)) : misfit('one of the choices'))
}

/** In the question's order, so that the same set is the same text. */
export function readChoices(question: ChoiceQuestion): Reader<string[]> {
  const ids = idsOf(question)
  return (answer) => {
    if (!Array.isArray(answer) || !answer.every((id) => ids.includes(id))) return misfit('a list of the choices')
    if (new Set(answer).size !== answer.length) return misfit('each choice at most once')
    return taken(answer.length === 0 ? null : ids.filter((id) => answer.includes(id)))
  }
}

/** What may be chosen: `other` stands last, where the question has it. */
function idsOf({ choices, other }: ChoiceQuestion): string[] {
  const ids = choices.map((choice) => choice.id)
  return other === undefined ? ids : [...ids, 'other']
}

export function readConsent(answer: unknown): Read<string> {
  return answer === 'yes' ? taken(answer) : misfit('"yes", or null where it is not given')
}

export function readContact({ channel: kind, purpose }: Of<'contact'>): Reader<Contact> {
  const [fits, what] = kind === 'email' ? [isEmail, 'an e-mail address'] : [isPhone, 'a phone number of 6 to 20 digits']
  return (answer) => {
    if (typeof answer !== 'string') return misfit('text')
    const value = answer.trim()
    if (value === '') return taken<Contact>(null)
    return fits(value) ? taken({ kind, value, purpose }) : misfit(what)
  }
}
