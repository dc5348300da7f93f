import { limits } from '../contract/limits.ts'
import { parseJson } from '../domain/json.ts'
import type { Refusal } from './problem.ts'

export type BodyResult = { ok: true; value: unknown } | { ok: false; refusal: Refusal }

const refuse = (status: Refusal['status'], detail: string, errors?: Refusal['errors']): BodyResult => ({
  ok: false,
  refusal: { status, detail, errors },
})

/** How long a sender may take over 64 KiB. */
const patienceMs = 10_000

/**
 * Reads a JSON body from strangers: the right content type, at most 64 KiB counted while reading
 * (Content-Length is only a claim), valid UTF-8, sane JSON.
 */
export async function readJsonBody(request: Request, types: readonly string[]): Promise<BodyResult> {
  const [type, ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';')
  if (!types.includes(type?.trim() ?? '')) return refuse(415, `send ${types.join(' or ')}`)
  if (request.headers.has('Content-Encoding')) return refuse(415, 'send the body without a Content-Encoding')
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='))
  if (charset && !/^charset="?utf-8"?$/.test(charset)) return refuse(400, 'send UTF-8')

  const bytes = await readBytes(request, limits.bodyBytes)
  if (bytes === 'too-large') return refuse(413, `at most ${limits.bodyBytes} bytes`)
  if (bytes === 'incomplete') return refuse(408, 'the body did not arrive in time')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return refuse(400, 'the body is not valid UTF-8')
  }
  const parsed = parseJson(text)
  if (parsed.ok) return parsed
  if (parsed.fault === 'duplicate-key')
    return refuse(422, 'a key is said twice', [{ pointer: '', detail: 'a key is said twice' }])
  return refuse(400, parsed.fault === 'depth' ? `at most ${limits.bodyDepth} levels deep` : 'the body is not JSON')
}

/** A body of at most `limit` bytes, counted while reading; what is too much is not read on. Incomplete: it came too slowly, or broke off. */
export async function readBytes(request: Pick<Request, 'body'>, limit: number): Promise<Uint8Array | 'too-large' | 'incomplete'> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const { promise: timeout, resolve } = Promise.withResolvers<'incomplete'>()
  const timer = setTimeout(() => resolve('incomplete'), patienceMs)
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    // Where the sender hangs up the stream breaks: nobody hears the answer, and nothing here has failed.
    const read = () => reader.read().catch(() => 'incomplete' as const)
    while (true) {
      const next = await Promise.race([read(), timeout])
      if (next === 'incomplete') return next
      if (next.done) return concatenate(chunks, size)
      size += next.value.byteLength
      if (size > limit) return 'too-large'
      chunks.push(next.value)
    }
  } finally {
    clearTimeout(timer)
    // Without waiting: a sender that holds its socket may not hold us.
    reader.cancel().catch(() => {})
  }
}

function concatenate(chunks: Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}
