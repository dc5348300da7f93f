const inUnits = /^(?:[A-Z]{3}|\p{Sc})?\s{0,2}([\d.,'’\u00a0\u202f ]{1,24}?)\s{0,2}(?:[A-Z]{3}|\p{Sc})?$/u
const decimal = /^\d{1,10}(?:[.,]\d{1,2}|\.\d{4,10})?$/
const grouped = [
  /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/,
  /^\d{1,3}(?:,\d{3})+\.\d{1,2}$/,
  /^\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/,
  /^\d{1,3}(?:['’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?$/,
]

/**
 * The amount in a cell of somebody else's file, "1.234,50 €" or "USD 59.90", as an import reads one; null for what is none, or
 * can be read both ways, as 1,234 can.
 */
export function readAmount(cell: string): string | null {
  const number = inUnits.exec(cell.trim())?.[1] ?? ''
  if (decimal.test(number)) return number.replace(',', '.')
  if (!grouped.some((form) => form.test(number))) return null
  const [, whole = '', cents] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number) ?? []
  return whole.replace(/\D/g, '') + (cents ? `.${cents}` : '')
}

/** A cell of the order's field under the name an import knows it by, or why it can't be read. */
export function readOrderCell(field: string, cell: string): Record<string, unknown> | string {
  const name = `order.${field}`
  if (field === 'skus') return { [name]: cell.split(/[|;,\n]/).flatMap((sku) => sku.trim() || []) }
  if (field !== 'value') return { [name]: cell.trim() }
  const amount = readAmount(cell)
  return amount === null ? `${name}: “${cell.slice(0, 60)}” is no amount, or can be read both ways` : { [name]: amount }
}
