import type { ResponseItem } from '../contract/response.ts'
import type { Env } from '../env.ts'
import { type AlertRow, findAlert } from '../store/alerts.ts'
import type { Db } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'
import { findResponse, findResponses } from '../store/feed.ts'
import { listSummarised } from '../store/firings.ts'
import { findSite, type Site } from '../store/sites.ts'
import { listSurveys, type SurveyRow } from '../store/surveys.ts'
import type { Content } from './contents.ts'
import { judgeSurvey } from './falls.ts'

/** Of a summary's responses so many are told; the rest is counted. */
const most = 20
/** Characters of a comment in a message. */
const excerpt = 300

/** What an alert says, before it is put into any channel's form. */
interface Said {
  data: object
  title: string
  lines: readonly string[]
  /** Where in the dashboard one goes on. */
  path: string
}

/** `about` of a test. */
export const aboutTest = (alert: string) => `${alert}?`

/**
 * What an alert tells: `about` is its id for a response, `ID@MS` for the summary made then, `ID/SURVEY/MONDAY` for a fall, `ID?` for a test.
 * Undefined where the alert, or all it was about, is gone.
 */
export async function alertContent(db: Db, delivery: Delivery, { PUBLIC_URL }: Env): Promise<Content | undefined> {
  const { site: siteId, response, about } = delivery
  const [, id = '', mark = '', rest = ''] = /^(alr_\w+)([@/?]?)(.*)$/.exec(about) ?? []
  const [alert, site, surveys] = await Promise.all([findAlert(db, siteId, id), findSite(db, siteId), listSurveys(db, siteId)])
  if (!alert || !site) return
  const said =
    mark === '?'
      ? testOf(alert, site)
      : mark === '/'
        ? await fallOf(db, alert, site, surveys, rest)
        : mark === '@'
          ? await summaryOf(db, alert, surveys, Number(rest))
          : await responseOf(db, alert, surveys, response)
  if (!said) return
  const { title, lines, path } = said
  const page = URL.canParse(PUBLIC_URL) ? new URL(path, PUBLIC_URL).href : undefined
  return {
    data: { alert: { id: alert.id, name: alert.name }, ...said.data },
    text: [`*${plain(title)}*`, ...lines.map(plain), ...(page ? [`<${page}|Open it in Earshot>`] : [])].join('\n'),
    letter: {
      subject: oneLine(title),
      title,
      parts: [
        ...lines.map((text) => ({ kind: 'text', text }) as const),
        ...(page ? [{ kind: 'button', text: 'Open it', href: page } as const] : []),
        { kind: 'soft', text: `The alert “${alert.name}” of ${site.name}. Who gets it, and when, is set under Alerts.` },
      ],
    },
  }
}

const testOf = ({ name }: AlertRow, site: Site): Said => ({
  data: { kind: 'test' },
  title: `A test of “${name}”`,
  lines: [`What fits this alert of ${site.name} will be told here.`],
  path: '/alerts',
})

async function responseOf(
  db: Db,
  { name, site }: AlertRow,
  surveys: readonly SurveyRow[],
  id: number | null,
): Promise<Said | undefined> {
  const item = id === null ? undefined : await findResponse(db, site, id)
  if (!item) return
  return {
    data: { kind: 'response', response: item },
    title: `${name}: ${whereOf(item, surveys)}`,
    lines: wordsOf(item),
    path: '/inbox',
  }
}

async function summaryOf(
  db: Db,
  { id, name, site }: AlertRow,
  surveys: readonly SurveyRow[],
  at: number,
): Promise<Said | undefined> {
  const ids = await listSummarised(db, id, at)
  const items = await findResponses(db, site, ids.slice(0, most))
  if (items.length === 0) return
  const beyond = ids.length - items.length
  return {
    data: { kind: 'summary', count: ids.length, responses: items },
    title: `${name}: ${ids.length} responses`,
    lines: [
      ...items.map((item) => [whereOf(item, surveys), ...wordsOf(item)].join(': ')),
      ...(beyond > 0 ? [`and ${beyond} more`] : []),
    ],
    path: '/inbox',
  }
}

async function fallOf(
  db: Db,
  alert: AlertRow,
  site: Site,
  surveys: readonly SurveyRow[],
  about: string,
): Promise<Said | undefined> {
  const [id, week = ''] = about.split('/')
  const survey = surveys.find((one) => one.id === id)
  const judged = survey && (await judgeSurvey(db, site, alert, survey, week))
  if (!survey || !judged) return
  const { n, score, expected, bound } = judged
  return {
    data: { kind: 'fall', survey: { id: survey.id, name: survey.name }, week, n, score, expected, bound },
    title: `${survey.name} fell to ${score.toFixed(1)}`,
    lines: [
      `In the week of ${week}, with ${n} answers. The weeks before let one expect ${expected.toFixed(1)}, and no less than ${bound.toFixed(1)} in 19 of 20 weeks.`,
    ],
    path: `/surveys/${survey.id}`,
  }
}

/** "Order success, 3" */
function whereOf({ survey, score }: ResponseItem, surveys: readonly SurveyRow[]): string {
  const name = surveys.find(({ id }) => id === survey)?.name ?? ''
  return score === null ? name : `${name}, ${score}`
}

/** The comment, if there is one, cut where it is long. */
function wordsOf({ comment }: ResponseItem): string[] {
  if (comment === '') return []
  const cut = comment.length > excerpt ? `${Array.from(comment).slice(0, excerpt).join('')}…` : comment
  return [`“${cut}”`]
}

/** What Slack would read as a mention, a link or an entity is text: https://api.slack.com/reference/surfaces/formatting#escaping */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** A subject is one line; names have no controls, but may be long. */
const oneLine = (text: string) => Array.from(text.replaceAll(/\s+/gu, ' ')).slice(0, 200).join('')
