import { delighted } from './delighted.ts'
import { type ImportFormat, plainName } from './format.ts'
import { googleForms } from './google-forms.ts'
import { earshot, other } from './other.ts'
import { surveyMonkey } from './survey-monkey.ts'
import { typeform } from './typeform.ts'

/** A new format is a file of its own and a line here; the first that recognises a file reads it. */
const formats: readonly ImportFormat[] = [earshot, surveyMonkey, typeform, delighted, googleForms, other]

/** The format whose header this looks like. */
export function formatWith(columns: readonly string[]): ImportFormat {
  const names = columns.map(plainName)
  return formats.find((format) => format.recognises(names)) ?? other
}
