import type { ImportPreview } from '../contract/import.ts'

export type Encoding = ImportPreview['encoding']

/** What the first bytes say of themselves by a byte order mark (Unicode 16, 23.8); undefined without one. */
function marked([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}

/** The encoding a file seems to have by its start: what isn't Unicode is taken for what Western Windows programs write. */
export function encodingOf(start: Uint8Array): Encoding {
  const mark = marked(start)
  if (mark) return mark
  try {
    // As a stream, since the start may end in the middle of a character.
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

interface TextReading {
  encoding?: Encoding | undefined
  /** Half a character at the end is none. */
  cut?: boolean
}

/** The text of a file as it arrives. A byte order mark decides, then `encoding`; throws a TypeError at bytes that don't fit. */
export async function* textOf(
  body: ReadableStream<Uint8Array>,
  { encoding = 'utf-8', cut = false }: TextReading,
): AsyncGenerator<string, undefined> {
  let decoder: TextDecoder | undefined
  let start = new Uint8Array()
  for await (const chunk of body) {
    let bytes = chunk
    if (!decoder) {
      start = joined(start, chunk)
      if (start.length < 3) continue
      decoder = decoderOf(marked(start) ?? encoding)
      bytes = start
    }
    yield decoder.decode(bytes, { stream: true })
  }
  if (decoder) yield cut ? '' : decoder.decode()
  else yield decoderOf(marked(start) ?? encoding).decode(start)
  return
}

function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
