import type { Bands } from '../contract/bands.ts'

/** What a value counts as that is no number. */
export const noNumber = '(not a number)'

/** Plain numbers alone: `1.234,50` means another one in another country. */
const plain = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/

/** The band a value falls in: from its threshold up to, not including, the next. */
export function bandOf(bands: Bands, value: string | number | boolean): string {
  const number = typeof value === 'string' && plain.test(value.trim()) ? Number(value) : value
  if (typeof number !== 'number') return noNumber
  return bandNames(bands)[bands.from.filter((threshold) => number >= threshold).length] ?? noNumber
}

/** All bands in words, the lowest first: "under 100 €", "100 to 499 €", "500 € and more". */
export function bandNames({ from, unit }: Pick<Bands, 'from' | 'unit'>): string[] {
  const named = (text: string | number) => `${text}${unit && ` ${unit}`}`
  return [
    `under ${named(from[0] ?? 0)}`,
    ...from.slice(1).map((end, i) => named(between(from[i] ?? 0, end))),
    `${named(from.at(-1) ?? 0)} and more`,
  ]
}

/** Whole numbers are named by the last that is in, others by the first that isn't. */
function between(start: number, end: number): string {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return `${start} to under ${end}`
  return start === end - 1 ? `${start}` : `${start} to ${end - 1}`
}
