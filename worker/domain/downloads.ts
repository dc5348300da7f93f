import type { ManageRoute } from './access.ts'

/** Files of responses, and of a person. Keys are made to take data out; a person's browser isn't, and whoever has it takes no more along than this. */
export const downloads: ReadonlySet<ManageRoute> = new Set([
  'GET /api/v1/exports/responses.csv',
  'GET /api/v1/exports/responses.ndjson',
  'GET /api/v1/respondents/{respondent}/export',
])

/** How many of them a person may begin within an hour at a site. */
export const downloadsAnHour = 30

const hour = 60 * 60_000

export const downloadsSince = (now: number) => now - hour

/** When the next may begin (ms), after so many since then of which the first was at `first`: `now`, or later. */
export const nextDownload = ({ n, first }: { n: number; first: number }, now: number): number =>
  n < downloadsAnHour ? now : first + hour
