import { Refused } from './api.ts'

/** What the API said of single fields of a form, by what of the request each of them shows; nothing for a refusal of all of it. */
export function refusedBy<Field extends string>(
  fieldOf: Readonly<Record<string, Field>>,
  error: unknown,
): Partial<Record<Field, string>> {
  const faults: Partial<Record<Field, string>> = {}
  for (const { pointer, detail } of error instanceof Refused ? (error.problem?.errors ?? []) : []) {
    const field = fieldOf[pointer.split('/')[1] ?? '']
    if (field) faults[field] = detail
  }
  return faults
}
