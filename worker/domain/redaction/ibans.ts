import { type Glyphs, isDigit, isLatin, isLetter, type Span } from './glyphs.ts'

/** How long an IBAN of each country is: the SWIFT registry, as of 2025. */
const lengths = new Map(
  (
    'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23' +
    'GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28' +
    'NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
  )
    .match(/.{4}/g)
    ?.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** IBANs in whatever groups, whose length is their country's and whose check digits are right. */
export function findIbans(glyphs: Glyphs): Span[] {
  const found: Span[] = []
  for (let i = 0; i < glyphs.length; i++) {
    const to = ibanEnd(glyphs, i)
    if (to === undefined) continue
    found.push({ from: i, to, kind: 'iban' })
    i = to - 1
  }
  return found
}

function ibanEnd(glyphs: Glyphs, from: number): number | undefined {
  if (!isLatin(glyphs.at(from)) || !isLatin(glyphs.at(from + 1)) || isAlnum(glyphs.at(from - 1))) return
  const length = lengths.get((glyphs.at(from) + glyphs.at(from + 1)).toUpperCase())
  if (length === undefined) return
  let [text, i] = ['', from]
  while (text.length < length) {
    const glyph = glyphs.at(i)
    if (isDigit(glyph) || isLatin(glyph)) text += glyph.toUpperCase()
    // One sign between two groups, or a space on each side of it.
    else if (!isGap(glyph) || (isGap(glyphs.at(i - 1)) && isGap(glyphs.at(i - 2)))) return
    // "by 2223 …" begins no Belarusian one.
    else if (text.length < 4 && !isCapital(glyphs.at(from))) return
    i++
    if (text.length === 4 && !(isDigit(text.charAt(2)) && isDigit(text.charAt(3)))) return
  }
  return !isAlnum(glyphs.at(i)) && mod97(text) === 1 ? i : undefined
}

const isGap = (glyph: string) => glyph === ' ' || glyph === '-' || glyph === '.'
const isCapital = (glyph: string) => glyph >= 'A' && glyph <= 'Z'
const isAlnum = (glyph: string) => isDigit(glyph) || isLetter(glyph)

/** ISO 7064 MOD 97-10, as ISO 13616 has it: the first four signs last, letters as 10 to 35. A right one leaves 1. */
function mod97(iban: string): number {
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
