/** What a cell holds: text of anybody's, a number or a truth of ours, a list of choices, or nothing. */
export type CsvValue = string | number | boolean | readonly string[] | null | undefined

/**
 * What a spreadsheet might run: = + - @ (also full-width), tab, carriage return or NUL at the start, or after
 * the quotes and spaces that some programs strip. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^['"\s]*[=+\-@\t\r\0＝＋－＠]/

/** Text no spreadsheet runs. Whatever begins like a formula gets one apostrophe, also where one is there already. */
export function disarmed(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text before it was disarmed: a single way back, since every text that needs an apostrophe has got one. */
export function rearmed(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

/** One line of RFC 4180. Numbers stay numbers; whatever else stands in a cell is disarmed. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = disarmed(typeof value === 'string' ? value : value.join('|'))
  // Semicolons and tabs too: programs that guess the separator would find them.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
