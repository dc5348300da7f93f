import { afterEach, describe, expect, test } from 'vitest'
import type { Report } from '../../worker/contract/report.ts'
import { productStore } from '../support/flaky-behind.ts'
import { type Product, startProduct } from '../support/product.ts'
import { actual, missedIn, type RecordedStory, type Release, releases, type Sent } from '../support/released.ts'

const shop = 'https://shop.example'
const bindings = { SETUP_TOKEN: 'released', LIVE_SECONDS: '0', DEMO: '0', PRINT_LINKS: '0' }

let product: Product | undefined
afterEach(() => product?.stop())

type Store = Awaited<ReturnType<typeof productStore>>

/** What goes wrong for a released widget whose pages meet this worker. */
async function faultsOf(release: Release, rewritten?: (bundle: string) => string): Promise<string[]> {
  product = await startProduct(bindings, rewritten && { rewritten })
  const store = await productStore({ url: product.url, setupToken: bindings.SETUP_TOKEN }, shop)
  const faults: string[] = []
  for (const story of release.stories)
    for (const fault of await faultsIn(story, store, product.url)) faults.push(`${story.name}: ${fault}`)
  return faults
}

async function faultsIn(story: RecordedStory, store: Store, url: string): Promise<string[]> {
  const faults: string[] = []
  const survey = await store.publish({ ...story.survey, targeting: { include: ['/never'] } })
  const document = await fetch(new URL(`/w/${store.site}/${survey}.json?lang=en`, url))
  for (const path of missedIn(await document.json(), story.reads)) faults.push(`its content lacks ${path}`)

  const place = { site: store.site, survey, shop }
  const keys = new Map<string, string>()
  const send = async ({ path, body }: Pick<Sent, 'path' | 'body'>) => {
    const headers = { 'Content-Type': 'text/plain', Origin: shop }
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: actual(body, place, keys) })
    return answer.status
  }
  for (const request of story.requests) {
    const status = await send(request)
    if (status !== request.status) faults.push(`${request.path} answered ${status}, not ${request.status}`)
  }
  // What a closed tab left is sent by the next page, some of it for the second time.
  const again = story.waiting.length > 0 ? story.waiting : story.requests.filter(({ path }) => path === '/v1/displays')
  for (const request of [...again, ...again]) {
    const status = await send(request)
    if (status !== 200 && status !== 201) faults.push(`${request.path} answered ${status} once more`)
  }

  const [row] = await store.rows(survey)
  const waited = story.waiting.find(({ path }) => path === '/v1/responses')?.body
  const expected = waited ? { answers: waited.answers, complete: waited.complete } : story.stored
  const stored = row ? { answers: row.answers, complete: row.complete } : null
  if (JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(expected))) faults.push(`stored is ${JSON.stringify(stored)}`)
  const { displays } = await store.ask<Report>(`/api/v1/surveys/${survey}/report`)
  const counted = { shown: displays.shown, started: displays.started, dismissed: displays.dismissed }
  const shown = waited ? { shown: 1, started: 1, dismissed: 0 } : story.displays
  if (JSON.stringify(counted) !== JSON.stringify(shown)) faults.push(`counted is ${JSON.stringify(counted)}`)
  return faults
}

/** In an order of its own: answers have none. */
const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value)
        .map(([key, inner]) => [key, sorted(inner)])
        .sort()
    : value

describe.each(releases)('the widget of $version', (release) => {
  test('is understood: all it sends is stored and counted, all it reads is there', async () => {
    expect(await faultsOf(release)).toEqual([])
  })

  /** A text of the bundle that stands there once, and what another worker would have in its place. */
  const others: [string, RegExp, string, unknown][] = [
    [
      'demands a field that it does not send',
      /(site:(\w+)\(\)\.max\(64\),)(survey:\w+\(\)\.max\(64\),version:)/,
      '$1device:$2(),$3',
      'not 201',
    ],
    [
      'no longer counts what it shows',
      /(\.enum\(\[|\w+\(\[)\.\.\.(\w+)\.options,"never"\]/,
      '$1"never"]',
      '/v1/displays answered 400',
    ],
    ['says its thanks by another name', /,thanks:(\w+),asks:/, ',thank:$1,asks:', 'its content lacks thanks'],
    ['has numbers as text', /,version:(\w+)\.version,locale:/, ',version:""+$1.version,locale:', 'its content lacks version'],
    [
      'names a kind of question anew',
      /\.type==="statement"\)return\{\.\.\.(\w+),/,
      '.type==="statement")return{...$1,type:"note",',
      'its content lacks questions.6.type',
    ],
  ]

  test.each(others)('would be missed by one that %s', async (_what, text, by, expected) => {
    const faults = await faultsOf(release, (bundle) => {
      if ([...bundle.matchAll(new RegExp(text, 'g'))].length !== 1) throw new Error(`the bundle must hold ${text} once`)
      return bundle.replace(text, by)
    })
    expect(faults.join('\n')).toContain(expected)
  })
})
