import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../worker/domain/public-address.ts'
import { readWebhookUrl } from '../../worker/domain/webhook-url.ts'

const own = ['feedback.shop.example']
const read = (text: string, of = own) => readWebhookUrl(text, of)

describe("a webhook's address", () => {
  it.each([
    'https://hooks.receiver.example/a?b=c',
    'https://hooks.receiver.example:443/',
    'https://user.receiver.example/@here',
    'https://1password.example/',
    'https://nip.io.receiver.example/',
    'https://localhost.receiver.example/',
    `https://receiver.example/${'a'.repeat(975)}`,
  ])('may be %s', (text) => {
    expect(read(text)).toEqual({ ok: true, url: new URL(text) })
  })

  it('is shown as it is asked', () => {
    const found = read('https://xn--pple-43d.receiver.example/')
    expect(found).toEqual(read('https://аpple.receiver.example/'))
    expect(found.ok && found.url.href).toBe('https://xn--pple-43d.receiver.example/')
  })

  it.each([
    ['another zone', 'https://other.example/', own, true],
    ['our own host', 'https://feedback.shop.example/', own, false],
    ['below it', 'https://a.feedback.shop.example/', own, false],
    ['its zone', 'https://shop.example/', own, false],
    ['its neighbour', 'https://erp.shop.example/', own, false],
    ['a name that ends like its zone', 'https://mshop.example/', own, true],
    ['another worker of the account', 'https://b.account.workers.dev/', ['earshot.account.workers.dev'], false],
    ['a worker of somebody else', 'https://b.else.workers.dev/', ['earshot.account.workers.dev'], true],
    ['a shop below the same country', 'https://other.co.uk/', ['earshot.co.uk'], true],
    ['a shop below the same ending', 'https://other.example/', ['earshot.example'], true],
    ['nothing known of ourselves', 'https://shop.example/', [], true],
  ])('%s', (_, text, of, may) => {
    expect(read(text, of).ok).toBe(may)
  })

  it('has at most 1,000 characters', () => {
    const long = (length: number) => `https://receiver.example/${'a'.repeat(length - 25)}`
    expect([read(long(1_000)).ok, read(long(1_001)).ok]).toEqual([true, false])
  })
})

describe('an address', () => {
  it.each([
    ...['1.1.1.1', '93.184.215.14', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255'],
    ...['172.32.0.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
    ...['2606:4700:4700::1111', '2001:4860:4860::8888', '2a00::1', '2003::1'],
  ])('%s is of the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ...['0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.255'],
    ...[
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.255',
    ],
    ...[
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '256.1.1.1',
      '1.1.1',
      '1.1.1.1.1',
      '',
      'name',
    ],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:1.1.1.1',
      '64:ff9b::7f00:1',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%eth0',
      'ff02::1',
    ],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '4000::1', ':::', '1::2::3'],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
