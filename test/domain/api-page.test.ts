import { describe, expect, it } from 'vitest'
import { apiPage, type Document } from '../../scripts/api-page/page.ts'
import { type Schema, typeWords } from '../../scripts/api-page/type-words.ts'

describe('a schema', () => {
  it.each<[string, Schema, string]>([
    ['a word', { type: 'string' }, 'string'],
    ['or nothing', { type: ['string', 'null'] }, 'string | null'],
    ['one of some', { enum: ['a', 1] }, '"a" | 1'],
    ['many of some', { type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, '("a" | "b")[]'],
    ['a pair', { type: 'array', prefixItems: [{ type: 'number' }, { type: 'null' }] }, '[number, null]'],
    ['any names', { type: 'object', additionalProperties: { type: 'integer' } }, '{\n  [name]: integer\n}'],
    ['anything', {}, 'unknown'],
    ['nothing', { type: 'object' }, '{}'],
    [
      'an object',
      {
        type: 'object',
        properties: { a: { type: 'integer', minimum: 0, maximum: 10 }, 'b-c': { type: 'string', maxLength: 5 } },
        required: ['a'],
      },
      '{\n  a: integer  // at least 0, at most 10\n  "b-c"?: string  // 0 to 5 characters\n}',
    ],
  ])('reads as a type: %s', (_, schema, words) => {
    expect(typeWords(schema)).toBe(words)
  })
})

it("the page takes no markup from the document's words", () => {
  const document: Document = {
    info: { title: 'x', description: 'a <b> & `code`' },
    tags: [{ name: 'notes', description: '<script>' }],
    paths: { '/api/v1/notes': { get: { operationId: 'getNotes', tags: ['notes'], summary: '"<i>"', responses: {} } } },
  }
  const page = apiPage(document)
  expect(page).toContain('a &lt;b&gt; &amp; <code>code</code>')
  expect(page).toContain('&quot;&lt;i&gt;&quot;')
  expect(page).not.toMatch(/<script|<i>|<b>/)
})
