import { expect, test } from 'vitest'
import { uuidv7 } from '../../../widget/survey/uuid.ts'

test('a submission key is a UUID of version 7 that begins with its time', () => {
  const now = Date.UTC(2026, 10, 22)
  expect(uuidv7(now, new Uint8Array(9).fill(255))).toBe(`${stamp(now)}-7fff-8fff-ffffffffffff`)
  expect(uuidv7(now, new Uint8Array(9))).toBe(`${stamp(now)}-7000-8000-000000000000`)
})

function stamp(now: number): string {
  const digits = now.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}
