import { pick, type Random } from '../../scripts/sample/random.ts'

/** What a mutated request is made from: a path, its headers, and a body as JSON or form fields; what an endpoint takes without complaint. */
export interface Valid {
  method: string
  path: string
  headers: Record<string, string>
  body?: unknown
}

type Bytes = Uint8Array<ArrayBuffer>

export interface Fuzzed {
  method: string
  path: string
  headers: Record<string, string>
  body?: Bytes
}

/** What breaks servers: edges of numbers, of text, of JSON and of other people's parsers. */
const values: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 9, 10, 11, 10.5, -0, 1e308, 2 ** 53 + 2, 2 ** 31, 1e-7],
  ...['', ' ', '9', 'true', 'null', '0x7f', '1e3', '\u0000', 'ab\u0000cd', '\ud800', '\u202edne', '\u200b\u200d', 'e\u0301'],
  ...['\u0958'.repeat(256)],
  ...[`e${'\u0301'.repeat(400)}`, 'x'.repeat(65), 'x'.repeat(257), 'x'.repeat(5_001), '😀'.repeat(300), ' '.repeat(3_000)],
  ...[
    '<script>alert(1)</script>',
    "'; DROP TABLE responses; --",
    '" OR 1=1',
    '%',
    '_',
    '*',
    'NEAR(',
    '=HYPERLINK("x")',
    '{{7*7}}',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://good.example\\@evil',
    'file:///etc/passwd',
    '../../etc',
  ],
  ...['https://shop.example/?token=1#x', 'https://shop.example/%zz', 'https://[::1', `https://shop.example/${'p'.repeat(3_000)}`],
  ...['__proto__', 'constructor', 'toString', 'then', 'toJSON', 'hasOwnProperty', 'site_id', 'score', 'null-null'],
  ...[
    '2026-02-30',
    '2099-01-01T00:00:00Z',
    '+275760-09-13',
    'NaN',
    'Infinity',
    '../../etc',
    'en-US-x-'.repeat(9),
    'C',
    'zxx',
    '١٢',
  ],
  ...['00000000-0000-0000-0000-000000000000', '01890a5d-ac96-774b-bcce-b302099a8057', 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ...[[], {}, [7], [[]], [null], { $gt: 0 }, ['price', 'price'], { length: 1e9 }, Array(60).fill('a'), { '': '' }],
]
const keys = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON', '', ' ', 'score', 'id', 'site_id', 'role', 'test'],
  ...['quarantined', 'created_at', 'complete', 'seq', 'extra', 'é', 'k'.repeat(65), '=1', '<b>', '$where', 'source', '\u0000'],
]
const headerValues: Record<string, readonly string[]> = {
  'Content-Type': [
    ...[
      'application/json',
      'text/plain',
      'text/html',
      'application/json; charset=utf-16',
      'application/json;charset="utf-8"',
      '',
    ],
    ...[
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/xml',
      'APPLICATION/JSON',
      'a/b; =;;',
    ],
  ],
  Origin: ['null', 'https://evil.example', 'https://shop.example.evil.example', 'https://shop.example:8443', 'javascript:1', ''],
  Authorization: ['Bearer ', 'Bearer x', 'Bearer null', 'Basic YTpi', `Bearer ${'k'.repeat(3_000)}`, 'bearer sk_1'],
  'Content-Encoding': ['gzip', 'br', 'identity', 'x'],
  'User-Agent': ['', 'x'.repeat(4_000), "'; --", 'Mozilla/5.0 (iPhone) Mobile'],
  'Accept-Language': ['*', 'xx-'.repeat(300), 'de;q=2', ';;;', 'en-US,en;q=0.5'],
  Cookie: ['__Host-session=x', '__Host-session=', `a=${'b'.repeat(4_000)}`, '__Host-session=a; __Host-session=b'],
  Referer: ['not an address', 'https://shop.example/cart?x=1', 'javascript:1'],
  'X-HTTP-Method-Override': ['DELETE'],
  'X-Forwarded-For': ['127.0.0.1', "'"],
  'CF-IPCountry': ['XX', '<b>', 'DEU'],
  Range: ['bytes=0-', 'bytes=9999999999-'],
  'If-None-Match': ['*', '"x"', `W/"${'x'.repeat(300)}"`],
}
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pathEnds = [
  '/',
  '//',
  '/..',
  '/%00',
  '/%zz',
  '%2e%2e',
  '?x=1',
  '?lang=',
  '?lang=../../etc',
  '?lang=%ff',
  '.map',
  '/x.css',
  '%0d%0aX:y',
  '?_method=DELETE',
]

/** A valid request with one to four things wrong, in its values, its shape, its bytes or what surrounds them. */
export function fuzz(random: Random, valid: Valid): Fuzzed {
  const request = { ...valid, headers: { ...valid.headers }, body: structuredClone(valid.body) }
  let bytes: Bytes | undefined
  for (let wrong = 1 + Math.floor(random() * 4); wrong > 0; wrong--) {
    const chance = random()
    if (chance < 0.75 && request.body !== undefined) request.body = mutated(random, request.body, 1)
    else if (chance < 0.85) {
      const name = pick(random, Object.keys(headerValues))
      if (random() < 0.2) delete request.headers[name]
      else request.headers[name] = pick(random, headerValues[name] ?? [])
    } else if (chance < 0.9) request.path += pick(random, pathEnds)
    else if (chance < 0.93) request.method = pick(random, methods)
    else if (request.body !== undefined) bytes = broken(random, encoded(request))
  }
  const takesBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = takesBody && request.body !== undefined ? (bytes ?? encoded(request)) : undefined
  return { method: request.method, path: request.path, headers: request.headers, ...(body && { body }) }
}

/** A body as it is sent: a form's fields, or JSON. */
export function encoded({ headers, body }: { headers: Record<string, string>; body?: unknown }): Bytes {
  const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded' && typeof body === 'object' && body !== null
  const text = isForm
    ? new URLSearchParams(
        Object.entries(body).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
      ).toString()
    : JSON.stringify(body)
  return Uint8Array.from(new TextEncoder().encode(text ?? 'undefined'))
}

/** One thing in it is another, is missing, or stands there beside the rest. */
function mutated(random: Random, value: unknown, depth: number): unknown {
  const goesDeeper = typeof value === 'object' && value !== null && (depth === 1 || random() < 0.6)
  if (!goesDeeper) return random() < 0.05 ? nested(random) : pick(random, values)
  if (Array.isArray(value)) {
    const items: unknown[] = [...value]
    const at = Math.floor(random() * (items.length + 1))
    if (at === items.length) items.push(items.length > 0 && random() < 0.5 ? items[0] : pick(random, values))
    else if (random() < 0.2) items.splice(at, 1)
    else items[at] = mutated(random, items[at], depth + 1)
    return items
  }
  const entries = Object.entries(value)
  const chance = random()
  if (chance < 0.15 || entries.length === 0) entries.push([pick(random, keys), pick(random, values)])
  else {
    const at = Math.floor(random() * entries.length)
    const [key, held] = entries[at] as [string, unknown]
    if (chance < 0.25) entries.splice(at, 1)
    else entries[at] = [chance < 0.3 ? pick(random, keys) : key, mutated(random, held, depth + 1)]
  }
  return Object.fromEntries(entries)
}

function nested(random: Random): unknown {
  let value: unknown = 1
  for (let depth = Math.floor(random() * 40); depth > 0; depth--) value = random() < 0.5 ? [value] : { a: value }
  return value
}

/** Bytes that are no JSON, no UTF-8, or two bodies. */
function broken(random: Random, bytes: Bytes): Bytes {
  const at = Math.floor(random() * bytes.length)
  const joined = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
  switch (Math.floor(random() * 7)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return joined(bytes, [0x67, 0x61, 0x72])
    case 2:
      return joined(bytes.slice(0, at), [0xff, 0xfe], bytes.slice(at))
    case 3:
      return joined([0xef, 0xbb, 0xbf], bytes)
    case 4:
      return bytes.map((byte, i) => (i === at ? Math.floor(random() * 256) : byte))
    case 5:
      return joined(bytes, bytes)
    default:
      return Uint8Array.from(new TextEncoder().encode(`${'['.repeat(Math.floor(random() * 30_000))}1`))
  }
}
