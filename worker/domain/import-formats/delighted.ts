import type { ImportFormat } from './format.ts'

const ids = ['id', 'response id', 'survey response id', 'person id']
const moments = ['created at', 'response created at', 'survey response created at', 'responded at']

/**
 * One row a response with a score, a comment, who and when, and then properties of the person: what Delighted's API calls
 * `id`, `person`, `score`, `comment`, `created_at`, `person_properties`, and what similar services write. Times may be seconds
 * since 1970.
 */
export const delighted: ImportFormat = {
  id: 'delighted',
  name: 'Delighted, or a file like it',
  recognises: (columns) => {
    const any = (names: string[]) => names.some((name) => columns.includes(name))
    return columns.includes('score') && columns.includes('comment') && any(ids) && any(moments)
  },
  own: {
    id: 'id',
    'response id': 'id',
    'survey response id': 'id',
    person: null,
    'person id': null,
    email: null,
    name: null,
    'phone number': null,
    score: 'score',
    comment: 'comment',
    ...Object.fromEntries(moments.map((name) => [name, 'at' as const])),
    'updated at': null,
    'response updated at': null,
    permalink: null,
    'survey type': null,
    'nps group': null,
    category: null,
    locale: 'locale',
    notes: null,
    tags: null,
  },
  properties: true,
}
