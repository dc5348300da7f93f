import type { ImportFormat } from './format.ts'

/**
 * Results as CSV: `#` (the answer's token), the questions, hidden fields, then these. Times are UTC, as their columns say.
 * The network id is made from the address of the person's network, so it is left out.
 */
export const typeform: ImportFormat = {
  id: 'typeform',
  name: 'Typeform',
  recognises: (columns) => columns.includes('submit date (utc)') && (columns.includes('#') || columns.includes('network id')),
  own: {
    '#': 'id',
    'start date (utc)': null,
    'stage date (utc)': null,
    'submit date (utc)': 'at',
    'network id': null,
    'response type': null,
    tags: null,
    ending: null,
  },
  properties: false,
  timeZone: 'UTC',
}
