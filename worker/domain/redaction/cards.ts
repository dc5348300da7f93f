import type { Span } from './glyphs.ts'
import { type Group, isEdge, mostGroups, type Run } from './numbers.ts'

/** First digits and lengths of the cards in use: ISO/IEC 7812 ranges as the schemes publish them. EANs (13) are none. */
const schemes =
  /^(4(\d{15}|\d{18})|(5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d+|3[47]\d{13}|(30[0-5]|36|3[89])\d+|35(2[89]|[3-8]\d)\d{12}|(50|5[6-8]|6[02-57]|8[12])\d+|220[0-4]\d{12})$/
const diners = /^3[0689]/
const mastercard = /^(5[1-5]|2)/
/** How people and shops group the digits of a card. */
const usual = /^(4-4-4-4|4-4-4-4-[1-3]|4-6-5|4-6-4|8-8|4-4-8|6-10|4-12|8-4-4)$/

/** Card numbers in a run of digits: a scheme's range and length, groups as they are printed, and Luhn's check digit. */
export function findCards({ groups }: Run): Span[] {
  const found: Span[] = []
  for (let i = 0; i < groups.length; i++) {
    if (!isEdge(groups, i)) continue
    const to = cardEnd(groups, i)
    const [first, last] = [groups[i], groups[(to ?? 0) - 1]]
    if (to === undefined || !first || !last) continue
    found.push({ from: first.from, to: last.to, kind: 'card' })
    i = to - 1
  }
  return found
}

/** The place after the longest card that begins at a group. */
function cardEnd(groups: readonly Group[], from: number): number | undefined {
  let [digits, end] = ['', undefined as number | undefined]
  for (let to = from; to < Math.min(groups.length, from + mostGroups) && digits.length <= 19; to++) {
    digits += groups[to]?.digits ?? ''
    if (digits.length < 13 || !isEdge(groups, to + 1)) continue
    if (isCard(digits) && isPrinted(groups.slice(from, to + 1))) end = to + 1
  }
  return end
}

function isCard(digits: string): boolean {
  const { length } = digits
  if (length > 19 || !schemes.test(digits) || !luhn(digits)) return false
  if (diners.test(digits)) return length === 14
  if (mastercard.test(digits)) return length === 16
  return length >= 15
}

function isPrinted(groups: readonly Group[]): boolean {
  const lengths = groups.map(({ digits }) => digits.length)
  const isEven = lengths
    .slice(1)
    .every((length, i) => length === lengths[0] || (i === lengths.length - 2 && length < (lengths[0] ?? 0)))
  return groups.length === 1 || usual.test(lengths.join('-')) || (isEven && lengths[0] !== 3)
}

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, digits of the doubles added, a multiple of 10. */
function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}
