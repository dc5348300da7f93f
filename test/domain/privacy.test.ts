import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { privacyDocument } from '../../scripts/lib/privacy-document.ts'

it('docs/privacy.md is what the register makes: node scripts/privacy.ts', () => {
  expect(readFileSync('docs/privacy.md', 'utf8')).toBe(privacyDocument())
})
