import type { ImportFormat } from './format.ts'

/**
 * "All individual responses" as CSV: two header lines (`import-header.ts` joins them), first these columns, then the questions.
 * Older files say Start Date and End Date, newer ones Date Created and Date Modified. Dates are in the order and the zone of
 * the account, which the file doesn't name.
 */
export const surveyMonkey: ImportFormat = {
  id: 'survey-monkey',
  name: 'SurveyMonkey',
  recognises: (columns) => columns.includes('respondent id') && columns.includes('collector id'),
  own: {
    'respondent id': 'id',
    'collector id': null,
    'start date': null,
    'end date': 'at',
    'date created': 'at',
    'date modified': null,
    'ip address': null,
    'email address': null,
    'first name': null,
    'last name': null,
  },
  properties: false,
  note: 'SurveyMonkey writes times in the zone of the account that exported the file.',
}
