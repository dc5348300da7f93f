import { request as send } from 'node:http'
import type { Feed, SendResponse } from '../../worker/contract/response.ts'
import { bakeLoader } from '../../worker/domain/gates/bake.ts'
import type { BuiltWidget } from './built-widget.ts'
import type { Answer, Asked, Behind } from './flaky-server.ts'
import type { Earshot } from './server.ts'
import { surveyContent } from './survey-content.ts'

/** One response as it is stored in the end. */
export interface Row {
  /** The name under which the shopper came. */
  as: string
  answers: Record<string, unknown>
  complete: boolean
}

export interface Store {
  site: string
  behind: Behind
  rows(): Promise<Row[]>
}

/** Another widget than the one that is shipped: in the scripts of this path, this text is replaced by that. */
export type Mutation = [] | [path: string, text: string, by: string]

/** Surveys are due on this page of the shop, and on no other. */
export const askingPath = '/ask'

const javascript = 'text/javascript'

/** The least that follows CONTRACT.md's rules for steps: a map by submission, older steps ignored, complete ones closed. */
export function mapStore(origin: string, widget: BuiltWidget, mutation: Mutation = []): Store {
  const { loaderSource, loaderParts, surveyPath } = widget
  const sources = mutated(widget.sources, mutation)
  const surveys = [{ id: 'srv_1', delay: 0, gates: { path: [[askingPath], []] as [string[], string[]] } }]
  const loader = bakeLoader(loaderSource, { site: 'pk_test', host: origin, ui: surveyPath, surveys }, loaderParts)
  const steps = new Map<string, SendResponse>()

  function save(step: SendResponse): number {
    const before = steps.get(step.submission)
    if (before && before.seq > step.seq) return 200
    if (before && before.seq === step.seq) return JSON.stringify(before.answers) === JSON.stringify(step.answers) ? 200 : 409
    if (before?.complete) return 409
    steps.set(step.submission, step)
    return 201
  }

  function behind({ path, body }: Asked): Answer {
    const { pathname } = new URL(path, origin)
    if (pathname === '/w/pk_test.js') return { status: 200, type: javascript, body: loader }
    if (pathname === '/w/pk_test/srv_1.json')
      return { status: 200, type: 'application/json', body: JSON.stringify(surveyContent('nps')) }
    if (pathname === '/v1/responses') return { status: save(JSON.parse(body)), type: 'application/json', body: '{}' }
    if (pathname.startsWith('/v1/')) return { status: 204, type: 'text/plain', body: '' }
    return { status: 200, type: javascript, body: sources.get(pathname) ?? '' }
  }

  return {
    site: 'pk_test',
    behind,
    rows: async () =>
      [...steps.values()].map(({ traits, answers, complete }) => ({
        as: `${traits?.as}`,
        answers,
        complete,
      })),
  }
}

/** The product itself, set up for this shop. */
export async function productStore({ url, setupToken }: Pick<Earshot, 'url' | 'setupToken'>, shopOrigin: string) {
  const call = async <Body>(path: string, body?: object, key = '') => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }
    const answer = await fetch(new URL(path, url), { method: body ? 'POST' : 'GET', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Body
  }
  const shop = { name: 'Shop', origins: [shopOrigin], timeZone: 'Europe/Berlin' }
  const owner = { token: setupToken, email: 'o@shop.example', name: 'Olive Owner' }
  const { site, apiKey } = await call<{ site: { key: string }; apiKey: string }>('/api/v1/setup', { ...owner, site: shop })

  /** A survey that is due where the shop asks. */
  async function publish(request: object): Promise<string> {
    const rest = { daysAfterAnswer: 0, daysAfterDismissal: 0, daysAcrossSurveys: 0 }
    const targeting = { include: [askingPath], delaySeconds: 0, ...rest }
    const { id } = await call<{ id: string }>('/api/v1/surveys', { name: 'Survey', targeting, ...request }, apiKey)
    await call(`/api/v1/surveys/${id}/publish`, {}, apiKey)
    return id
  }
  const survey = await publish({ metric: 'nps' })

  async function rows(of = survey): Promise<Row[]> {
    const found: Feed['items'] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const feed: Feed = await call(`/api/v1/responses?survey=${of}&limit=200${cursor && `&cursor=${cursor}`}`, undefined, apiKey)
      found.push(...feed.items)
      cursor = feed.next
    }
    return found.map(({ traits, answers, complete }) => ({ as: `${traits.as}`, answers, complete }))
  }
  const behind = (asked: Asked) => forward(asked, url)
  return { site: site.key, behind, rows, survey, publish, ask: <Body>(path: string) => call<Body>(path, undefined, apiKey) }
}

/** A text to replace that isn't there once would prove nothing. */
function mutated(sources: BuiltWidget['sources'], [path, text = '', by = '']: Mutation): Map<string, string> {
  const changed = new Map(sources)
  for (const [file, source] of sources) {
    if (path === undefined || !file.startsWith(path)) continue
    if (source.split(text).length !== 2) throw new Error(`${file} must hold ${text} once`)
    changed.set(
      file,
      source.replace(text, () => by),
    )
  }
  return changed
}

/** The Host header goes along, since the worker writes its origin into the loader. */
function forward({ method, path, headers, body }: Asked, url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const kept = { ...headers, 'accept-encoding': 'identity' }
    const sent = send(new URL(path, url), { method, headers: kept, agent: false }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part)
      resolve({ status: answer.statusCode ?? 502, type: `${answer.headers['content-type']}`, body: Buffer.concat(parts) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
