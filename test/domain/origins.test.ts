import { describe, expect, it } from 'vitest'
import { Origin, TimeZone } from '../../worker/contract/site.ts'
import { isAllowedOrigin } from '../../worker/domain/origins.ts'

describe('an origin on the list', () => {
  const list = ['https://shop.example', 'http://localhost:3000', 'https://*.wild.example', 'https://*.port.example:8443']

  it.each([
    'https://shop.example',
    'http://localhost:3000',
    'https://www.wild.example',
    'https://a.b.wild.example',
    'https://www.port.example:8443',
  ])('%s passes', (origin) => {
    expect(isAllowedOrigin(origin, list)).toBe(true)
  })

  it.each([
    '',
    'null',
    'https://shop.example.',
    'https://shop.example:444',
    'http://shop.example',
    'https://www.shop.example',
    'https://shop.example/',
    'https://wild.example',
    'https://.wild.example',
    'https://evilwild.example',
    'http://www.wild.example',
    'https://www.wild.example.evil.example',
    'https://www.wild.example:8443',
    'https://www.port.example',
    'https://*.wild.example.',
  ])('%j does not', (origin) => {
    expect(isAllowedOrigin(origin, list)).toBe(false)
  })

  it('is none where the list is empty', () => {
    expect(isAllowedOrigin('https://shop.example', [])).toBe(false)
  })
})

describe('an origin as a manager types it', () => {
  it.each([
    ['https://Shop.Example', 'https://shop.example'],
    [' https://shop.example/ ', 'https://shop.example'],
    ['https://shop.example:443', 'https://shop.example'],
    ['https://*.Shop.example', 'https://*.shop.example'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:8787', 'http://localhost:8787'],
  ])('%j is kept as a browser sends it: %s', (typed, kept) => {
    expect(Origin.parse(typed)).toBe(kept)
  })

  it.each([
    '',
    'shop.example',
    'https://',
    'ftp://shop.example',
    'javascript:alert(1)',
    'https://shop.example/cart',
    'https://shop.example?x',
    'https://u:p@shop.example',
    'https://*',
    'https://*.*.example',
    'https://a.*.example',
  ])('%j is none', (typed) => {
    expect(Origin.safeParse(typed).success).toBe(false)
  })
})

describe('a time zone', () => {
  it('is a place', () => {
    for (const zone of ['Europe/Berlin', 'UTC', 'Asia/Kathmandu']) expect(TimeZone.safeParse(zone).success).toBe(true)
    for (const none of ['', '../etc', '+02:00', 'Mars/Olympus', 'Europe/Berlin\u0000'])
      expect(TimeZone.safeParse(none).success).toBe(false)
  })
})
