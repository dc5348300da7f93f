/** Letters that are a letter with a mark to whoever types them without, and ligatures. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
}

/** Marks that may be left out in writing: Latin, Greek and Cyrillic accents (not those of й and ї), Hebrew points, Arabic vowels. */
const marks = /(?<!и)\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]/gu
const apostrophes = /[’‘ʼ＇´`]/g
const invisible = /\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/gu
const special = /[ßæœøłđðþıςىة]/g
const ascii = /^[\x20-\x5f\x61-\x7f]*$/

/**
 * A word as it is compared: compatibility forms made plain, lower case, without accents, apostrophes in one form.
 * Marks that make another letter stay where leaving them out is a mistake: in й, in Japanese, in the scripts of India and Thailand.
 */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  return word
    .replace(apostrophes, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(marks, '')
    .replace(special, (letter) => plain[letter] ?? letter)
    .normalize('NFC')
}
