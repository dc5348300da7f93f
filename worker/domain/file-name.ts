import { firstCodePoints } from './text.ts'

/** What a file system gives a meaning to, and what can't be seen: a name may not turn round at a bidi control. */
const unfit = /[\p{C}\p{Z}/\\:*?"<>|%;,]+/gu
const beforeLetters = /^[^\p{L}\p{N}]+/u

/**
 * `Content-Disposition` of a download: in ASCII for old clients and as it is by RFC 5987. `name` is anybody's text;
 * a header can't be broken by it, and the file's name begins with a letter or digit.
 */
export function attachment(name: string, ending: string): string {
  const fit = firstCodePoints(name.toWellFormed().replace(unfit, ' '), 60).replace(beforeLetters, '').trim()
  const plain = fit.normalize('NFKD').replace(/[^\x20-\x7e]+/g, '')
  const ascii = plain.replace(unfit, ' ').replace(beforeLetters, '').trim()
  const [fallback, full] = [ascii, fit].map((start) => `${start} ${ending}`.trim())
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded(full ?? ending)}`
}

/** RFC 5987 forbids a few characters that encodeURIComponent leaves. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
