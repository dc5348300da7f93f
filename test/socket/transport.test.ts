import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from '../support/product.ts'

/** What only a raw socket can send; everything else of the kind is in test/worker/bad-input. */
let product: Product
let site: { key: string }
let survey: string

beforeAll(async () => {
  product = await startProduct({ SETUP_TOKEN: 'socket', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  const post = async (path: string, body: object, key = '') => {
    const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) }
    const answer = await fetch(new URL(path, product.url), { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { site: { key: string }; apiKey: string; id: string }
  }
  const shop = { name: 'Shop', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
  const setup = await post('/api/v1/setup', { token: 'socket', email: 'o@shop.example', name: 'O', site: shop })
  site = setup.site
  survey = (await post('/api/v1/surveys', { name: 'S', metric: 'nps' }, setup.apiKey)).id
  await post(`/api/v1/surveys/${survey}/publish`, {}, setup.apiKey)
}, 60_000)

afterAll(() => product?.stop())

const body = () => JSON.stringify({ site: site.key, survey, submission: crypto.randomUUID(), seq: 1, answers: { score: 9 } })
const head = (...lines: string[]) =>
  [
    'POST /v1/responses HTTP/1.1',
    'Host: earshot',
    'Origin: https://shop.example',
    'Content-Type: text/plain',
    ...lines,
    '',
    '',
  ].join('\r\n')
const chunked = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`

/** Sends bytes as they are and waits until the server has answered or hung up; the status, or 0 for a hang-up. */
function exchange(...parts: string[]): Promise<number> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(product.url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    const done = () => {
      socket.destroy()
      resolve(Number(answer.match(/^HTTP\/1\.\d (\d{3})/)?.[1] ?? 0))
    }
    socket.on('data', (chunk) => {
      answer += chunk
      if (answer.includes('\r\n\r\n')) done()
    })
    socket.on('end', done)
    socket.on('error', done)
    for (const part of parts) socket.write(part)
  })
}

async function stored(): Promise<number> {
  const row = await product.database.prepare('SELECT count(*) AS n FROM responses').first<{ n: number }>()
  return row?.n ?? 0
}

test('a sound request over the socket is stored, so that the others fail for their own reason', async () => {
  const sound = body()
  expect(await exchange(head(`Content-Length: ${Buffer.byteLength(sound)}`), sound)).toBe(201)
  expect(await stored()).toBe(1)
})

test('a sender that promises more than it sends is answered after 10 seconds, and nothing is stored', async () => {
  const before = await stored()
  expect(await exchange(head('Content-Length: 50'), '{"site":')).toBe(408)
  expect(await stored()).toBe(before)
}, 30_000)

test('senders who hang up leave no place behind them', async () => {
  const { hostname, port } = new URL(product.url)
  const hangUp = (text: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(text, () => socket.destroy()))
      socket.on('error', () => {})
      socket.on('close', () => resolve())
    })
  for (let i = 0; i < 20; i++) {
    const whole = Array.from({ length: 10 }, body).map((text) => head(`Content-Length: ${Buffer.byteLength(text)}`) + text)
    await Promise.all([...whole, ...whole.map((text) => text.slice(0, -20))].map(hangUp))
  }
  const send = () => {
    const text = body()
    return exchange(head(`Content-Length: ${Buffer.byteLength(text)}`), text)
  }
  // Those who have hung up may still be on their way through.
  await expect.poll(send).toBe(201)
  expect(await Promise.all([send(), send(), send(), send()])).toEqual([201, 201, 201, 201])
})

test('a length of -1 and an absolute-form target never reach our code', async () => {
  const before = await stored()
  expect([400, 500]).toContain(await exchange(head('Content-Length: -1'), body()))
  const absolute = head('Content-Length: 2').replace('POST /v1/responses', 'POST http://earshot/v1/responses')
  expect([0, 400, 500]).toContain(await exchange(absolute, '{}'))
  expect(await stored()).toBe(before)
})

test('both a length and chunks store at most one response', async () => {
  const before = await stored()
  const text = body()
  await exchange(head(`Content-Length: ${Buffer.byteLength(text)}`, 'Transfer-Encoding: chunked'), chunked(text))
  expect((await stored()) - before).toBeLessThanOrEqual(1)
})

test('HTTP/1.0 without a host is refused by the runtime', async () => {
  const before = await stored()
  const text = body()
  const old = `POST /v1/responses HTTP/1.0\r\nOrigin: https://shop.example\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`
  expect(await exchange(old, text)).toBe(400)
  expect(await stored()).toBe(before)
})

test('a header of 129 KB and a URL of 17 KB are refused, and nothing is stored', async () => {
  const before = await stored()
  const large = await exchange(head(`X-Large: ${'x'.repeat(129 * 1024)}`, 'Content-Length: 2'), '{}')
  const long = await exchange(head('Content-Length: 2').replace('/v1/responses', `/v1/responses/${'x'.repeat(17 * 1024)}`), '{}')
  for (const status of [large, long]) expect(status === 0 || (status >= 400 && status < 500)).toBe(true)
  expect(await stored()).toBe(before)
})

const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`

test('more than 64 KiB in chunks is refused while the sender is still at it', async () => {
  const before = await stored()
  expect(await exchange(head('Transfer-Encoding: chunked'), chunk(64 * 1024), chunk(1))).toBe(413)
  expect(await stored()).toBe(before)
})

test('99 MB in chunks are cut off, and the next request finds everything as it was', async () => {
  const before = await stored()
  // Who goes on writing into a closed line may lose the answer on its way back: 0.
  expect([413, 0]).toContain(await exchange(head('Transfer-Encoding: chunked'), ...Array<string>(99).fill(chunk(1024 * 1024))))
  expect(await stored()).toBe(before)
  const sound = body()
  expect(await exchange(head(`Content-Length: ${Buffer.byteLength(sound)}`), sound)).toBe(201)
})
