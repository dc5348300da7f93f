import type { Bands } from '../../worker/contract/bands.ts'
import type { PatchSite } from '../../worker/contract/site.ts'

/** What the worker itself knows of each answer; any other dimension is a trait of that name. */
export const builtInDimensions: readonly (readonly [name: string, says: string])[] = [
  ['touchpoint', 'the moment of the journey'],
  ['device', 'mobile, tablet or desktop'],
  ['language', 'of the page the question was asked on'],
  ['country', 'of the connection'],
  ['source', 'the widget, a link, an e-mail, an import'],
  ['location', 'what a link or a QR code carries'],
]

/** A declared dimension as it is edited. */
export interface EditedDimension {
  name: string
  /** A number, in bands. */
  isNumber: boolean
  /** Where bands begin, as typed: "100, 500". */
  from: string
  unit: string
}

export const editedDimensions = (dimensions: readonly string[], bands: readonly Bands[]): EditedDimension[] =>
  dimensions.map((name) => {
    const found = bands.find(({ dimension }) => dimension === name)
    return { name, isNumber: found !== undefined, from: found?.from.join(', ') ?? '', unit: found?.unit ?? '' }
  })

/** Where bands begin, lowest first; undefined where what was typed is no list of numbers. */
export function thresholdsOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const numbers = [...new Set(parts.map(Number))].sort((a, b) => a - b)
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : undefined
}

/** What is to be saved. Throws an error in words where a number has no bands. */
export function dimensionChange(edited: readonly EditedDimension[]): Pick<PatchSite, 'dimensions' | 'bands'> {
  const bands = edited.flatMap(({ name, isNumber, from, unit }): Bands[] => {
    if (!isNumber) return []
    const thresholds = thresholdsOf(from)
    if (!thresholds) throw new Error(`Say where the bands of ${name} begin: numbers such as 100, 500.`)
    return [{ dimension: name, from: thresholds, unit: unit.trim() }]
  })
  return { dimensions: edited.map(({ name }) => name), bands }
}
