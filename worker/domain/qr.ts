import { encode } from 'uqr'

/** White around a code, in modules: what ISO 18004 asks for. */
const quiet = 4
/** A PNG is at least this wide: 87 mm at 300 dots per inch. */
const leastPixels = 1024

/** The modules of a text's code with the white around them; true is dark. A seventh of it may be dirty (level M). */
const modulesOf = (text: string): boolean[][] => encode(text, { ecc: 'M', border: quiet }).data

/** A code as SVG, as sharp at any size: one path, black on white whatever the page. */
export function qrSvg(text: string): string {
  const modules = modulesOf(text)
  const size = modules.length
  const path = modules
    .map((row, y) =>
      runsOf(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`
}

/** Runs of dark modules: where each begins, and its length. */
function runsOf(row: readonly boolean[]): [at: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  })
  return runs
}

/** The same as a PNG of one bit a pixel. https://www.w3.org/TR/png-3/ */
export async function qrPng(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const modules = modulesOf(text)
  const scale = Math.ceil(leastPixels / modules.length)
  const width = modules.length * scale
  const line = 1 + Math.ceil(width / 8)
  const pixels = new Uint8Array(line * width)
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      // Grey of one bit: 1 is white. Each line begins with the number of its filter, 0 for none.
      const light = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 0x80 >> (x & 7)
      const at = y * line + 1 + (x >> 3)
      pixels[at] = (pixels[at] ?? 0) | light
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, width)
  header[8] = 1
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    // What PNG calls deflate is zlib's format, as CompressionStream's `deflate` is.
    chunk('IDAT', await deflated(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = joined([new TextEncoder().encode(type), data])
  return joined([uint32(data.length), typed, uint32(crc32(typed))])
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** CRC-32 of ISO 3309, bit by bit: a code has a few kilobytes at most. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
