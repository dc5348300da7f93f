import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { privateNames } from '../../scripts/lib/private-names.ts'

/** Where the names stand that others say to the widget, and it to them. */
const spoken = [
  ...['widget/seam.ts', 'widget/core/core.d.ts', 'widget/survey/half.ts', 'widget/survey/step.ts'],
  ...['widget', 'response', 'display', 'question', 'thanks', 'appearance'].map((name) => `worker/contract/${name}.ts`),
  ...['locale.ts', 'gates/gate.ts'].map((name) => `worker/domain/${name}`),
]

/** Declared on a line or in an object of its own, or spoken of as a text. */
const propertyNamed = (name: string) => new RegExp(`(^|[{;])\\s*${name}\\??[:(]|'${name}'`, 'm')

test.each(privateNames)('%s, shortened in the built widget, is no property of anything spoken', (name) => {
  const property = propertyNamed(name)
  const where = spoken.filter((path) => property.test(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')))
  expect(where).toEqual([])
})

test('a word of the widget would be noticed', () => {
  expect('  never: string\n').toMatch(propertyNamed('never'))
  expect(privateNames).not.toContain('never')
})
