/** Running numbers within one second; D1 takes far fewer responses a second. */
export const idsPerSecond = 2 ** 20

/** The least row id a response answered at this instant (ms) may have: rows stand in the order of answering. */
export function firstId(answeredAt: number): number {
  return Math.floor(answeredAt / 1000) * idsPerSecond
}

/** A row id as managers see it. Knowing one gives no right: every route checks the site. */
export function publicId(id: number): string {
  return `rsp_${id.toString(36)}`
}

/** The row id behind a public id, or null for what is none. */
export function rowId(text: string): number | null {
  if (!/^rsp_[0-9a-z]{1,11}$/.test(text)) return null
  const id = Number.parseInt(text.slice(4), 36)
  return Number.isSafeInteger(id) ? id : null
}
