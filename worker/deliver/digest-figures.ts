import type { Conditions } from '../contract/conditions.ts'
import type { Frequency } from '../contract/digest.ts'
import type { ResponseItem } from '../contract/response.ts'
import { addDays, type Range } from '../domain/calendar.ts'
import { scaleOf } from '../domain/category.ts'
import type { DigestFigures, SurveyFigures, ToldDrivers, Voice } from '../domain/digest-figures.ts'
import { periodBefore } from '../domain/digest-period.ts'
import { clamped, extent } from '../domain/extent.ts'
import { changeBetween, type Histogram, scored } from '../domain/metrics.ts'
import { histogramOf } from '../domain/report.ts'
import type { Segments } from '../domain/segments.ts'
import { chooseVoices, toneOf } from '../domain/voices.ts'
import { readAsked } from '../store/asked.ts'
import { readAskedScores } from '../store/asked-scores.ts'
import { countCases } from '../store/cases.ts'
import { readCounts } from '../store/counts.ts'
import type { Db } from '../store/db.ts'
import type { DigestRow } from '../store/digests.ts'
import { readDrivers } from '../store/drivers.ts'
import { listResponses } from '../store/feed.ts'
import type { Asked } from '../store/matching.ts'
import type { Site } from '../store/sites.ts'
import type { SurveyRow } from '../store/surveys.ts'
import { findView } from '../store/views.ts'

/** Surveys told one by one; of those beyond only how many. */
const mostSurveys = 8
const mostDrivers = 3
const longWeeks = 12
const mostVoices = { praises: 2, problems: 3 }
/** Comments that voices are chosen from: the newest, page by page. */
const commentPages = 3
const commentPage = 200

/** What counts tell without a look at any response. */
const counted = new Set(['survey', 'segments', 'tag'])
/** What asks for some scores and not others: their average would say what was asked for. */
const byScore = ['category', 'score', 'scoreAtLeast', 'scoreAtMost', 'unhappy', 'disagrees'] as const

/** What a digest asks for, as the site is now; undefined where it names what the site no longer has. */
export async function askedBy(db: Db, site: Site, { view, conditions }: Pick<DigestRow, 'view' | 'conditions'>) {
  const found = view === null ? conditions : (await findView(db, site.id, view))?.conditions
  const asked = found && (await readAsked(db, site, found))
  return asked && !('faults' in asked) ? { ...asked, conditions: found } : undefined
}

type AskedBy = NonNullable<Awaited<ReturnType<typeof askedBy>>>

/** How many responses of a period a digest is about. */
export async function countResponses(db: Db, site: Site, asked: AskedBy, period: Range): Promise<number> {
  const scores = await Promise.all(asked.surveys.map((survey) => scoresIn(db, site, asked, survey, period, undefined)))
  return scores.reduce((sum, { own }) => sum + own.n, 0)
}

/** What a digest tells of a period, made of counts wherever there are some, and of responses for the rest. */
export async function figuresOf(
  db: Db,
  site: Site,
  asked: AskedBy,
  { period, frequency, now }: { period: Range; frequency: Frequency; now: number },
): Promise<DigestFigures> {
  const all = await Promise.all(
    asked.surveys.map(async (survey) => ({ survey, figures: await scoreFigures(db, site, asked, survey, period, frequency) })),
  )
  const answered = all.filter(({ figures }) => figures.n > 0).sort((a, b) => b.figures.n - a.figures.n)
  // Only of those told: a site has many surveys, a worker few questions to its database.
  const told = answered.slice(0, mostSurveys).map(async ({ survey, figures }) => {
    const drivers = isPlain(asked, survey) ? await driversOf(db, site, survey, period, asked.conditions.segments ?? {}) : null
    return { ...figures, drivers }
  })
  const [surveys, voices, cases] = await Promise.all([
    Promise.all(told),
    voicesOf(db, site, asked, period),
    countCases(db, site.id, { person: null, part: null, now }),
  ])
  return {
    period,
    n: answered.reduce((sum, { figures }) => sum + figures.n, 0),
    surveys,
    beyond: answered.length - surveys.length,
    ...voices,
    cases,
  }
}

/** Whether counts tell what moves its score. */
const isPlain = ({ conditions }: AskedBy, { metric }: SurveyRow) =>
  isCounted(conditions) && conditions.tag === undefined && metric !== 'none'

async function scoreFigures(
  db: Db,
  site: Site,
  asked: AskedBy,
  survey: SurveyRow,
  period: Range,
  frequency: Frequency,
): Promise<Omit<SurveyFigures, 'drivers'>> {
  const { conditions } = asked
  const { own, before, responseRate } = await scoresIn(db, site, asked, survey, period, periodBefore(period, frequency))
  const now = scored(survey, own.histogram)
  const then = scored(survey, before.histogram)
  const ends = extent(survey.metric, scaleOf(survey.metric, survey.points))
  const hasScore = !byScore.some((name) => conditions[name] !== undefined)
  return {
    ...{ id: survey.id, name: survey.name, metric: survey.metric },
    ...(hasScore
      ? { ...now, interval: now.interval && clamped(now.interval, ends), ...changeBetween(now, then) }
      : { score: null, interval: null, change: null, changeInterval: null, distinguishable: null }),
    ...{ n: own.n, before: before.n, responseRate },
  }
}

/** A week seldom has the answers to tell a driver from chance, a quarter of a year has. */
async function driversOf(db: Db, site: Site, survey: SurveyRow, { from, to }: Range, filters: Segments): Promise<ToldDrivers> {
  const within = async (range: Range) => {
    const { drivers } = await readDrivers(db, site, survey, { range, filters })
    return drivers.filter(({ kept }) => kept).slice(0, mostDrivers)
  }
  const own = await within({ from, to })
  if (own.length > 0) return { weeks: null, list: own }
  return { weeks: longWeeks, list: await within({ from: addDays(to, 1 - 7 * longWeeks), to }) }
}

interface Scores {
  histogram: Histogram
  /** Responses, those without a score too where counts don't tell. */
  n: number
}

/** Of a period and of the one it is held against, if any. */
interface BothScores {
  own: Scores
  before: Scores
  responseRate: number | null
}

async function scoresIn(
  db: Db,
  site: Site,
  asked: AskedBy,
  survey: SurveyRow,
  range: Range,
  compared: Range | undefined,
): Promise<BothScores> {
  const { conditions, book, filters } = asked
  if (survey.metric !== 'none' && isCounted(conditions)) {
    const tag = Array.isArray(filters.tags) ? filters.tags : undefined
    const crowd = { site: site.id, surveys: [survey.id], range, compared, filters: filters.segments, tag }
    const counts = await readCounts(db, { ...crowd, breakdown: undefined, tags: [], locales: false })
    const { shown, responses } = counts.displays
    const responseRate = tag || shown === 0 ? null : responses / shown
    return { own: scoresOf(counts.score), before: scoresOf(counts.compared), responseRate }
  }
  const within = async (days: Range) =>
    await readAskedScores(db, site.id, { surveys: [survey], book, filters: { ...filters, range: days } })
  const [own, before] = [await within(range), compared ? await within(compared) : []]
  return { own: scoresOf(own), before: scoresOf(before), responseRate: null }
}

function scoresOf(cells: readonly ({ n: number } & ({ answer: string } | { score: number | null }))[]): Scores {
  const answers = cells.flatMap((cell) => {
    const answer = 'answer' in cell ? cell.answer : cell.score
    return answer === null ? [] : [{ answer: String(answer), n: cell.n }]
  })
  return { histogram: histogramOf(answers), n: cells.reduce((sum, { n }) => sum + n, 0) }
}

const isCounted = (conditions: Conditions) => Object.keys(conditions).every((name) => counted.has(name))

/** As the management API shows them: redacted when they came. */
async function voicesOf(
  db: Db,
  site: Site,
  { surveys, book, filters }: Asked<SurveyRow>,
  range: Range,
): Promise<Pick<DigestFigures, 'praises' | 'problems'>> {
  const asked = { surveys, book, filters: { ...filters, range, commented: true } }
  const items: ResponseItem[] = []
  let before: number | undefined
  for (let page = 0; page < commentPages; page++) {
    const read = await listResponses(db, site.id, asked, { before, limit: commentPage })
    items.push(...read.items)
    before = read.next
    if (before === undefined) break
  }
  const bySurvey = new Map(surveys.map((survey) => [survey.id, survey]))
  const of = (tone: 'praise' | 'problem') =>
    items.filter((item) => {
      const survey = bySurvey.get(item.survey)
      return survey && toneOf(survey, item) === tone
    })
  const voice = ({ comment, score, survey }: (typeof items)[number]): Voice => ({
    comment,
    score,
    survey: bySurvey.get(survey)?.name ?? '',
  })
  return {
    praises: chooseVoices(of('praise'), mostVoices.praises).map(voice),
    problems: chooseVoices(of('problem'), mostVoices.problems).map(voice),
  }
}
