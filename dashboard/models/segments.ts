const countries = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** What the site counts together where a dimension has more values than it keeps apart. No filter: it is no value. */
export const others = '(other)'

/** A segment's value as people say it: "Germany" for DE, "German" for de. */
export function segmentName(dimension: string, value: string): string {
  try {
    if (dimension === 'country' && /^[A-Z]{2}$/.test(value)) return countries.of(value) ?? value
    if (dimension === 'language' && /^[a-z]{2,3}$/.test(value)) return languages.of(value) ?? value
  } catch {
    return value
  }
  return value === others ? 'All others' : value
}

/** The segments that narrow a screen, in words: "device mobile, country Germany"; empty for none. */
export function segmentsInWords(segments: Record<string, string>): string {
  return Object.entries(segments)
    .map(([dimension, value]) => `${dimension} ${segmentName(dimension, value)}`)
    .join(', ')
}
