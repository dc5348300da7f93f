import type { ImportFormat } from './format.ts'

/** What the first column is called, in the language of whoever made the form. */
const timestamps = [
  'timestamp',
  'zeitstempel',
  'horodateur',
  'marca temporal',
  'informazioni cronologiche',
  'tijdstempel',
  'carimbo de data/hora',
  'sygnatura czasowa',
  'tidsstämpel',
  'tidsstempel',
  'aikaleima',
  'časová značka',
  'отметка времени',
  'zaman damgası',
  'タイムスタンプ',
]

/**
 * The answers of a form: a timestamp, then the questions. A file from the form itself names year, month and day and its offset
 * from UTC ("2025/03/04 3:14:15 PM GMT+2"); one from its spreadsheet has neither, and its order of day and month is the sheet's.
 * A column `Score` is points of a quiz ("8 / 10"), not the answer to a question.
 */
export const googleForms: ImportFormat = {
  id: 'google-forms',
  name: 'Google Forms',
  recognises: ([first = '']) => timestamps.includes(first),
  own: {
    ...Object.fromEntries(timestamps.map((name) => [name, 'at' as const])),
    'email address': null,
    username: null,
    score: null,
    'total score': null,
  },
  properties: false,
}
