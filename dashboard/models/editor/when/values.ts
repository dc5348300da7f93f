/** What is stored, and what people call it. */
export interface Codec {
  shown: (value: string) => string
  /** What was typed or chosen as it is stored; itself where nobody knows it. */
  read: (text: string) => string
  /** What there is to choose from; undefined for anything. */
  names?: readonly string[]
  knows: (value: string) => boolean
  /** What is said of a value that isn't known. */
  unknown: string
}

export const plain: Codec = { shown: (value) => value, read: (text) => text, knows: () => true, unknown: '' }

/** Names for codes, both ways, made when first asked for: there are hundreds. */
function named(type: 'region' | 'language', unknown: string, codes: () => string[], stored: (code: string) => string): Codec {
  let all: Map<string, string> | undefined
  const byCode = () => {
    const names = new Intl.DisplayNames('en', { type, fallback: 'none' })
    all ??= new Map(
      codes()
        .flatMap((code): [string, string][] => {
          const name = names.of(code)
          return name ? [[code, name.replaceAll(',', '')]] : []
        })
        .sort(([, a], [, b]) => a.localeCompare(b)),
    )
    return all
  }
  return {
    shown: (value) => byCode().get(stored(value)) ?? value,
    read(text) {
      const wanted = text.trim().toLowerCase()
      return [...byCode()].find(([code, name]) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.[0] ?? text
    },
    knows: (value) => byCode().has(stored(value)),
    unknown,
    get names() {
      return [...byCode().values()]
    },
  }
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))
const pairs = letters.flatMap((one) => letters.map((other) => one + other))

/** Codes that stand for no other, and for a place. */
function isCountry(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code && !['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'].includes(code)
}

export const codecs = {
  country: named(
    'region',
    'no country of this name',
    () => pairs.map((pair) => pair.toUpperCase()).filter(isCountry),
    (code) => code.toUpperCase(),
  ),
  language: named(
    'language',
    'no language of this name',
    () => pairs.filter((pair) => new Intl.Locale(pair).language === pair),
    (code) => code.toLowerCase(),
  ),
}
