/** Today in a time zone, "2026-10-31". */
export function today(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.now())
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Both ends counted. */
export function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "31 Oct" */
export const shortDay = (day: string) => short.format(Date.parse(day))
/** "24 Oct to 22 Nov", with the year where that is not the current one. */
export function span(from: string, to: string, thisYear = new Date().getUTCFullYear()): string {
  const ends = `${shortDay(from)} to ${shortDay(to)}`
  return Number(to.slice(0, 4)) === thisYear ? ends : `${ends} ${to.slice(0, 4)}`
}
/** "31 October 2026" */
export const longDay = (day: string) => long.format(Date.parse(day))

const local = new Intl.DateTimeFormat('sv-SE')
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "2 hours ago", "yesterday", and from a month on the date. */
export function ago(iso: string, now = Date.now()): string {
  const minutes = Math.round((Date.parse(iso) - now) / 60_000)
  if (minutes > -1) return 'just now'
  if (minutes > -60) return relative.format(minutes, 'minute')
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  const days = Math.round(minutes / 60 / 24)
  return days > -30 ? relative.format(days, 'day') : longDay(iso.slice(0, 10))
}

/** The last second of a day where the browser is, as the API takes moments, and the day there of a moment. */
export const endOfDay = (day: string) => new Date(`${day}T23:59:59`).toISOString()
export const localDay = (iso: string) => local.format(Date.parse(iso))
