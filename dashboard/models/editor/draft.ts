import type { Metric } from '../../../worker/contract/category.ts'
import type { Definition, Survey } from '../../../worker/contract/survey.ts'
import { translationsLeft } from '../../../worker/domain/definition.ts'

/** All of a survey that the editor changes. */
export interface Draft extends Definition {
  name: string
  touchpoint: string
  metric: Metric
}

const fields = [
  ...(['name', 'touchpoint', 'metric', 'points', 'questions', 'thanks', 'targeting', 'appearance'] as const),
  ...(['locale', 'address', 'translations'] as const),
] satisfies (keyof Draft)[]
type Field = (typeof fields)[number]

export function draftFrom(survey: Survey): Draft {
  const { name, touchpoint, metric, points, questions, thanks, targeting, appearance, locale, address, translations } = survey
  return { name, touchpoint, metric, points, questions, thanks, targeting, appearance, locale, address, translations }
}

/** Whether two values say the same: the worker may name an object's fields in another order. */
export const isSame = (one: unknown, other: unknown) => canonical(one) === canonical(other)

const canonical = (value: unknown) =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** Which fields differ. */
export function changedFields(before: Draft, after: Draft): Field[] {
  return fields.filter((field) => !isSame(before[field], after[field]))
}

/** What has to be sent so that `before` becomes `after`. */
export function patchBetween(before: Draft, after: Draft): Partial<Draft> {
  return Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]))
}

/** A draft with an edit; translations of what is gone go with it, as the server would have it. */
export function edited(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change }
  return { ...next, translations: translationsLeft(next) }
}

/** Both edits of one draft, where they touch different fields; undefined where one would undo the other. */
export function merged(base: Draft, mine: Draft, theirs: Draft): Draft | undefined {
  const [ours, others] = [changedFields(base, mine), changedFields(base, theirs)]
  return ours.some((field) => others.includes(field)) ? undefined : edited(theirs, patchBetween(base, mine))
}
