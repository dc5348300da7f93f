import { describe, expect, test } from 'vitest'
import { platformsOf } from '../../dashboard/models/install/platforms.ts'
import { policyLines } from '../../dashboard/models/install/policy.ts'
import { proxiesOf } from '../../dashboard/models/install/proxies.ts'
import { hostOf, tagOf } from '../../dashboard/models/install/tag.ts'
import { type Looked, since, verdictOf } from '../../dashboard/models/install/verdict.ts'
import type { Check, Found } from '../../worker/contract/install.ts'
import { checkUrl, refererOrigin } from '../../worker/domain/check.ts'

const start = Date.UTC(2026, 10, 22, 12)
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const origin = 'https://shop.example'
const check: Check = { id: 'chk_1', origin, createdAt: at(0), expiresAt: at(900), found: null, stranger: null }
const found = (more: Partial<Found> = {}): Found => ({ at: at(10), origin, allowed: true, connects: true, ...more })
const looked = (of: Partial<Check>, seconds = 30, more: Partial<Looked> = {}) =>
  verdictOf({
    ...{ check: { ...check, ...of }, sightings: [], site: { key: 'pk_1', silent: false }, isAsking: true },
    ...{ now: start + seconds * 1000, ...more },
  })

describe('the verdict on a page that was opened', () => {
  test.each([
    ['seen', { found: found() }, 'Seen on shop.example 20 seconds ago.', 'It may send, and surveys are live.'],
    ['seen', { found: found({ consent: 'given' }) }, 'Seen on', 'has given consent'],
    ['seen', { found: found({ consent: 'waiting' }) }, 'Seen on', 'It waits for consent'],
    ['refused', { found: found({ allowed: false, connects: false }) }, 'not on the list', 'https://shop.example are refused'],
    ['policy', { found: found({ connects: false, other: 'pk_2' }) }, 'can’t send', 'connect-src'],
    ['other', { found: found({ other: 'pk_2' }) }, 'Another tag came first on shop.example', 'pk_2'],
    ['stranger', { stranger: { at: at(28), key: 'pk_2' } }, 'shop.example has another tag', 'pk_2 2 seconds ago'],
    ['seen', { found: found(), stranger: { at: at(28), key: 'pk_2' } }, 'Seen on', 'surveys are live'],
    ['absent', {}, 'Nothing came from shop.example', 'most likely'],
  ] as const)('%s: %o', (kind, of, title, says) => {
    const verdict = looked(of)
    expect([verdict.kind, verdict.title, verdict.says]).toEqual([
      kind,
      expect.stringContaining(title),
      expect.stringContaining(says),
    ])
  })

  test('waits 12 seconds before it says that nothing came, and ends with the check', () => {
    expect([0, 11.9, 12, 900, 900.1].map((seconds) => looked({}, seconds).kind)).toEqual([
      'waiting',
      'waiting',
      'absent',
      'absent',
      'over',
    ])
  })

  test('says that the script was asked for since, where no more is known', () => {
    const seen = (seconds: number, from = origin) => looked({}, 30, { sightings: [{ origin: from, at: at(seconds) }] })
    expect(seen(0)).toMatchObject({ kind: 'seen', says: expect.stringContaining('lost the mark') })
    expect(seen(-1).kind).toBe('absent')
    expect(seen(5, 'https://www.shop.example').kind).toBe('absent')
  })

  test('says why nobody is asked although all is well', () => {
    expect(looked({ found: found() }, 30, { site: { key: 'pk_1', silent: true } }).says).toContain('Show no survey')
    expect(looked({ found: found() }, 30, { isAsking: false }).says).toBe('No survey is live yet.')
  })

  test.each([
    [0, 'just now'],
    [1, 'just now'],
    [2, '2 seconds ago'],
    [119, '119 seconds ago'],
    [120, '2 minutes ago'],
    [-5, 'just now'],
  ])('%i seconds are “%s”', (seconds, words) => {
    expect(since(at(0), start + seconds * 1000)).toBe(words)
  })
})

test('a check’s mark stands in the fragment, or in the query where routes stand in the fragment', () => {
  expect(checkUrl('https://shop.example/a?b=c#d', 'ck_1', false)).toBe('https://shop.example/a?b=c#earshot-ck_1')
  expect(checkUrl('https://shop.example/a?b=c#/d', 'ck_1', true)).toBe('https://shop.example/a?b=c&earshot-ck_1=#/d')
})

test('the origin that asks is what a referer says of it', () => {
  expect(['https://shop.example/a?b', 'about:blank', 'nonsense', undefined].map(refererOrigin)).toEqual([
    'https://shop.example',
    'null',
    '',
    '',
  ])
})

describe('what is copied', () => {
  const site = { key: 'pk_1', tagHost: '' }
  const own = 'https://earshot.example'

  test('loads the tag from this server, or from the shop’s own address for it', () => {
    expect(tagOf(site, own)).toBe('<script async src="https://earshot.example/w/pk_1.js"></script>')
    const proxied = { ...site, tagHost: 'https://shop.example/earshot' }
    expect(tagOf(proxied, own)).toBe('<script async src="https://shop.example/earshot/w/pk_1.js"></script>')
    expect(policyLines(hostOf(proxied, own)).plain).toBe('script-src https://shop.example; connect-src https://shop.example')
  })

  test.each(platformsOf(site, own).map((platform) => [platform.name, platform] as const))('for %s has the tag', (_name, of) => {
    const code = of.steps.map((step) => step.code ?? '').join('\n')
    expect(code).toContain('https://earshot.example/w/pk_1.js')
    expect(code.match(/pk_\w+/g)?.every((key) => key === 'pk_1')).toBe(true)
  })

  test('passes on what the widget asks for, and nothing of the dashboard', () => {
    const [nginx] = proxiesOf(own, 'https://shop.example/earshot')
    const location = new RegExp(/location ~ (\S+) \{/.exec(nginx?.code ?? '')?.[1] ?? '')
    const passed = ['/earshot/w/pk_1.js', '/earshot/a/survey-1.js', '/earshot/v1/responses']
    const kept = ['/earshot/', '/earshot/api/v1/me', '/earshot/settings', '/w/pk_1.js', '/earshot/s/srv_1', '/x/earshot/w/']
    expect([passed.filter((path) => location.test(path)), kept.filter((path) => location.test(path))]).toEqual([passed, []])
  })
})
