/** Digits after the country code, by E.164 code; ITU-T's national plans, with room for what they still hold of older ones. */
const lengths = new Map(
  (
    '1:10 7:10 20:8-10 27:9 30:10 31:9 32:8-9 33:9 34:9 36:8-9 39:6-11 40:9 41:9 43:7-12 44:9-10 45:8 46:7-10 47:8 48:9 49:7-11 ' +
    '51:8-9 52:10-11 53:8 54:10-11 55:10-11 56:9 57:10 58:10 60:8-10 61:9 62:8-12 63:8-10 64:8-10 65:8 66:8-9 81:9-10 82:8-11 ' +
    '84:9-10 86:10-11 90:10 91:10 92:9-10 93:9 94:9 95:7-10 98:10 351:9 352:6-9 353:7-9 354:7 358:6-10 370:8 371:8 372:7-8 380:9 ' +
    '385:8-9 386:8 420:9 421:9 852:8 886:8-9 966:9 971:8-9 972:8-9'
  )
    .split(' ')
    .map((entry): [string, [number, number]] => {
      const [code = '', from = '', to = from] = entry.split(/[:-]/)
      return [code, [Number(from), Number(to)]]
    }),
)
const anyLength: [number, number] = [7, 12]

/** Whether digits after a `+` or `00` are a country code and a number of its length; `(0)` may stand between them. */
export function isInternational(digits: string): boolean {
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => lengths.has(start)) ?? digits.slice(0, 3)
  const rest = digits.slice(code.length)
  // Italy's landline numbers keep their zero abroad.
  const national = code === '39' ? rest : rest.replace(/^0/, '')
  const [from, to] = lengths.get(code) ?? anyLength
  if (digits.startsWith('0') || national.startsWith('00') || (code !== '39' && national.startsWith('0'))) return false
  if (code === '1' && !isAmerican(national)) return false
  if (code === '34' && !/^[6-9]/.test(national)) return false
  return national.length >= from && national.length <= to
}

/** North American Numbering Plan: neither area nor exchange begins with 0 or 1. */
export const isAmerican = (national: string) => /^[2-9]\d\d[2-9]\d{6}$/.test(national)

/**
 * How numbers without a leading 0 are written where people live: the digits in their groups, `-` for whatever is between.
 * Only forms that little else has; those of Denmark or Singapore (`12 34 56 78`) need a word that says what they are.
 */
const written = [
  // United States, Canada
  /^(1-)?[2-9]\d\d-[2-9]\d\d-\d{4}$/,
  // Spain, Portugal, Poland, Czechia; thousands end in noughts
  /^[5-9]\d\d-\d{3}-(?!000)\d{3}$/,
  /^[5-9]\d\d-\d\d-\d\d-\d\d$/,
  /^[1-9]\d-\d{3}-\d\d-\d\d$/,
  /^2\d-\d{3}-\d{4}$/,
  // Italy
  /^3[2-9]\d-(\d{6,7}|\d{3}-\d{3,4}|\d\d-\d\d-\d{2,3}|\d{4}-\d{3}|\d{3}-\d\d-\d\d)$/,
  // Brazil
  /^[1-9]\d-9\d{4}-\d{4}$/,
  // India
  /^(91-)?[6-9]\d{4}-\d{5}$/,
  // Australia's service numbers
  /^1[38]00-\d{3}-\d{3}$/,
  // China
  /^1[3-9]\d-\d{4}-\d{4}$/,
  // Turkey; Russia
  /^5\d\d-\d{3}-\d\d-\d\d$/,
  /^[78]-[3-9]\d\d-\d{3}-\d\d-\d\d$/,
]

export const isWrittenAsPhone = (groups: string) => written.some((form) => form.test(groups))

/** What follows brackets around an area code: `(415) 5552671`, `(11) 3456-7890`. */
export const followsArea = (groups: string) => /^([2-9]\d\d-(\d{7}|\d{3}-\d{4})|[1-9]\d-9?\d{4}-\d{4})$/.test(groups)
