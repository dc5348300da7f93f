import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

let earshot: Earshot
let cookie = ''
/** Paths of pages that only the data names. */
const made: Record<string, string> = {}

beforeAll(async () => {
  earshot = await startEarshot({ demo: true, from: inject('demoState') })
  const headers = { Origin: earshot.url }
  const signedIn = await fetch(`${earshot.url}/demo/sign-in`, { method: 'POST', headers, redirect: 'manual' })
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { surveys } = (await (await get('/api/v1/surveys')).json()) as { surveys: Survey[] }
  const survey = surveys.find(({ state }) => state === 'live')?.id ?? ''
  const digest = await fetch(`${earshot.url}/api/v1/digests`, {
    method: 'POST',
    headers: { ...headers, Cookie: cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Week', frequency: 'weekly', addresses: ['board@mail.example'] }),
  })
  const { id } = (await digest.json()) as { id: string }
  made['a survey of its own'] = `/s/${survey}`
  made['a survey on a device in a shop'] = `/s/${survey}?kiosk=1`
  made['the block of a mail'] = `/api/v1/surveys/${survey}/email.html`
  made['the mail of a digest'] = `/api/v1/digests/${id}/preview`
})
afterAll(() => earshot?.stop())

const get = (path: string) => fetch(earshot.url + path, { headers: { Cookie: cookie, Accept: 'text/html' }, redirect: 'manual' })

/** Directives of a policy: https://www.w3.org/TR/CSP3/#parse-serialized-policy */
function directives(policy: string): Map<string, string[]> {
  const read = policy.split(';').map((one) => one.trim().split(/\s+/))
  return new Map(read.map(([name = '', ...values]) => [name, values]))
}

/** What may run, be framed, be sent or be loaded that should not; nothing of a sound page. */
function faultsOf(policy: string): string[] {
  const found = directives(policy)
  const of = (name: string) => found.get(name) ?? found.get('default-src') ?? ['*']
  const isSandboxed = found.has('sandbox') && !found.get('sandbox')?.includes('allow-scripts')
  const ours = /^'(self|none|nonce-[\w+/=-]{16,})'$/
  const loose = (name: string) => of(name).filter((source) => !ours.test(source))
  return [
    ...(found.get('default-src')?.join() === "'none'" ? [] : ['default-src is not none']),
    ...['script-src', 'connect-src', 'frame-src', 'object-src', 'font-src', 'worker-src', 'media-src'].flatMap((name) =>
      loose(name).map((source) => `${name} ${source}`),
    ),
    // What a mail looks like stands in its elements; nothing runs in it.
    ...(isSandboxed ? [] : loose('style-src').map((source) => `style-src ${source}`)),
    ...loose('img-src').flatMap((source) => (source === 'data:' ? [] : [`img-src ${source}`])),
    ...(isSandboxed || found.get('base-uri')?.join() === "'none'" ? [] : ['base-uri is open']),
    ...(isSandboxed || found.has('form-action') ? [] : ['form-action is open']),
    ...(isSandboxed || of('script-src').join() === "'none'" || found.get('require-trusted-types-for')?.includes("'script'")
      ? []
      : ['no trusted types']),
  ]
}

const pages = [
  ...[
    '/',
    '/inbox',
    '/inbox/rules',
    '/inbox/templates',
    '/alerts',
    '/digests',
    '/settings',
    '/settings/team',
    '/settings/webhooks',
  ],
  ...[
    '/settings/log',
    '/install',
    '/tags',
    '/import',
    '/sign-in',
    '/surveys/none',
    '/nothing/there',
    '/api/docs',
    '/shared/sh_none',
  ],
  ...[
    '/demo',
    '/demo/product',
    '/demo/cart',
    '/demo/order-success',
    '/preview',
    '/login/none',
    '/unsubscribe/none',
    '/privacy',
    '/s/none',
  ],
]
/** Shown in frames of the dashboard's alone. */
const framed = ['/preview', 'the mail of a digest']

describe('a page', () => {
  it.each([...pages, 'a survey of its own', 'a survey on a device in a shop', 'the block of a mail', 'the mail of a digest'])(
    '%s says what it may do, who may show it and what it is, and sets no cookie',
    async (page) => {
      const answer = await get(made[page] ?? page)
      if (made[page]) expect(answer.status).toBe(200)
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
      expect(faultsOf(policy)).toEqual([])
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(answer.headers.get('Referrer-Policy')).toMatch(/^(no-referrer|same-origin)$/)
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(directives(policy).get('frame-ancestors')).toEqual([framed.includes(page) ? "'self'" : "'none'"])
    },
  )

  it.each([
    ["default-src 'self'", 'default-src is not none'],
    ["default-src 'none'; script-src 'self' 'unsafe-inline'", "script-src 'unsafe-inline'"],
    ["default-src 'none'; script-src https://cdn.example", 'script-src https://cdn.example'],
    ["default-src 'none'; style-src 'unsafe-inline'", "style-src 'unsafe-inline'"],
    ["default-src 'none'; connect-src *", 'connect-src *'],
    ["default-src 'none'; form-action 'self'", 'base-uri is open'],
    ["default-src 'none'; script-src 'self'", 'no trusted types'],
  ])('would be found out by its policy %s', (policy, fault) => {
    expect(faultsOf(policy)).toContain(fault)
  })

  it.each(['/healthz', '/w/pk_demo.js', '/w/none.js', '/api/openapi.json', '/v1/config', '/nothing.txt'])(
    'as little as %s is taken for what it is not',
    async (path) => {
      expect((await get(path)).headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )
})
