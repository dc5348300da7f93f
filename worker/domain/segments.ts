import type { Bands } from '../contract/bands.ts'
import { limits } from '../contract/limits.ts'
import { bandOf } from './bands.ts'
import { cleanText, firstCodePoints } from './text.ts'

/** What a value counts as once its dimension has the most values it may have. */
export const otherValue = '(other)'

/** The site's declared dimensions with this response's or display's values; absent ones left out. */
export type Segments = Record<string, string>

/** What the worker itself knows of a request. */
export interface Surroundings {
  touchpoint: string
  device: string
  language: string
  country: string
  source: string
  /** Of a link or a code that says so. */
  location?: string
}

export type Traits = Record<string, string | number | boolean>

/**
 * Values of the declared dimensions. A dimension with a built-in name takes the worker's own
 * knowledge; any other name takes the trait so called, its band where it has some. Undeclared traits never become segments.
 */
export function segmentsOf(
  dimensions: readonly string[],
  surroundings: Partial<Surroundings>,
  traits: Traits,
  bands: readonly Bands[] = [],
): Segments {
  const segments: Segments = {}
  for (const dimension of dimensions) {
    const raw = Object.hasOwn(surroundings, dimension)
      ? surroundings[dimension as keyof Surroundings]
      : Object.hasOwn(traits, dimension)
        ? traits[dimension]
        : ''
    const value = firstCodePoints(cleanText(String(raw ?? '')).trim(), limits.traitValue)
    const banded = bands.find((one) => one.dimension === dimension)
    if (value) segments[dimension] = banded ? bandOf(banded, raw ?? '') : value
  }
  return segments
}

/** One text for one combination, whatever the order it was put together in. */
export function canonicalSegments(segments: Segments): string {
  return JSON.stringify(Object.fromEntries(Object.entries(segments).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/**
 * Id of a combination: the first 52 bits of its SHA-256, so that it needs no look-up. Two of a
 * site's sets meet by chance with a probability below 1e-8 even among ten thousand.
 */
export async function segmentSetId(canonical: string): Promise<number> {
  const digest = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical)))
  return digest.getUint32(0) * 2 ** 20 + (digest.getUint32(4) >>> 12) || 1
}

/** A BCP 47 tag in canonical case, or '' for what is none or, once canonical, too long to be one. */
export function localeOf(tag: string): string {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? ''
    return canonical.length <= limits.locale ? canonical : ''
  } catch {
    return ''
  }
}
