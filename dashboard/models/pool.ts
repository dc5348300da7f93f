import type { PooledReport } from '../../worker/contract/report.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { scaleOf } from '../../worker/domain/category.ts'
import { mostPooled, poolingFault } from '../../worker/domain/pooling.ts'
import { changed, type Filters, reportQuery } from './filters.ts'
import type { Report } from './report.ts'
import { segmentName } from './segments.ts'
import { sourcesOf } from './sources.ts'
import { listed, number } from './wording.ts'

/** A survey, as far as it is chosen here. */
export type Poolable = Pick<Survey, 'id' | 'name' | 'metric' | 'points' | 'touchpoint' | 'state'>

/** The surveys an address names, each once; what is no survey of the site, or of another scale than the first, isn't among them. */
export function chosenFrom(search: string, surveys: readonly Poolable[]): Poolable[] {
  const ids = (new URLSearchParams(search).get('surveys') ?? '').split(',')
  const chosen: Poolable[] = []
  for (const id of ids) {
    const survey = surveys.find((one) => one.id === id)
    if (survey && !chosen.includes(survey) && reasonAgainst(survey, chosen) === null) chosen.push(survey)
  }
  return chosen
}

/** Why a survey can't be put beside those chosen, in words; null where it can. */
export function reasonAgainst(survey: Poolable, chosen: readonly Poolable[]): string | null {
  const fault = poolingFault(survey, chosen)
  if (fault === 'no score') return 'asks for comments only: there is no score to pool'
  if (fault) return `${fault}: scores of different kinds have no common average`
  return chosen.length >= mostPooled ? `${mostPooled} surveys are the most` : null
}

/** "NPS, 0 to 10" */
export function scaleWords({ metric, points }: Poolable): string {
  const scale = scaleOf(metric, points)
  return scale ? `${metric.toUpperCase()}, ${scale[0]} to ${scale[1]}` : 'Comments only'
}

/** The address of the same screen with other filters or surveys. */
export function comparePath(filters: Filters, change: Partial<Filters>, chosen: readonly Poolable[]): string {
  const params = new URLSearchParams(changed(filters, change))
  // By hand: commas belong in a query, and an address is read by people too.
  const surveys = chosen.length > 0 ? `surveys=${chosen.map(({ id }) => id).join(',')}` : ''
  const query = [surveys, params.toString()].filter(Boolean).join('&')
  return query ? `/compare?${query}` : '/compare'
}

/** What the route of several surveys is asked. */
export const pooledPath = (filters: Filters, breakdown: string | null, chosen: readonly Poolable[]) =>
  `/api/v1/reports?surveys=${chosen.map(({ id }) => id).join(',')}&${reportQuery(filters, breakdown)}`

/** A pooled report as screens draw one: without what only a single survey has, its marks with the survey's name. */
export function asReport(report: PooledReport, names: ReadonlyMap<string, string>): Report {
  const { pooled, marks, ...rest } = report
  return {
    ...rest,
    marks: marks.map((mark) => (mark.kind === 'zone' ? mark : { ...mark, of: names.get(mark.survey) ?? mark.survey })),
    // Told apart only where both kinds are there, as on a survey's own page.
    ...(rest.sources.import !== undefined && { pooled: { asked: pooled.asked, imported: pooled.imported } }),
    ...{ goal: null, questions: {}, outlook: null },
  }
}

/** How the answers came, in words. */
export function sourceWords({ sources }: Pick<PooledReport, 'sources'>): string {
  const parts = sourcesOf(sources).map(([name, n]) => `${name} (${number(n)})`)
  return parts.length > 0 ? `Answers came by ${listed(parts)}.` : 'No answers came.'
}

/** Which languages the scores are in, in words, those that didn't say it too. */
export function languageWords({ locales, total }: Pick<PooledReport, 'locales' | 'total'>): string {
  if (locales === null) return 'Their languages aren’t counted: the site declares no dimension “language”.'
  const known = Object.entries(locales).sort(([, a], [, b]) => b - a)
  const unknown = total.n - known.reduce((sum, [, n]) => sum + n, 0)
  const parts = known.map(([language, n]) => `${segmentName('language', language)} (${number(n)})`)
  if (unknown > 0) parts.push(`not known (${number(unknown)})`)
  return parts.length > 1 ? `In ${parts.length} languages, one score: ${listed(parts)}.` : `Language: ${parts[0] ?? 'none'}.`
}
