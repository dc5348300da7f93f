import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { qrPng, qrSvg } from '../../worker/domain/qr.ts'

const text = 'https://earshot.test/s/srv_8Qm2vT7LxRb4aaaa?location=Berlin+Mitte'

/** The modules that an SVG of ours darkens. */
function darkIn(svg: string): Set<string> {
  const [, path = ''] = /<path d="([^"]*)"/.exec(svg) ?? []
  const dark = new Set<string>()
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(length); i++) dark.add(`${Number(x) + i},${y}`)
  return dark
}

describe('a code', () => {
  test('is the same as SVG and as PNG, module by module, with four white modules around it', async () => {
    const svg = qrSvg(text)
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
    const dark = darkIn(svg)
    const png = Buffer.from(await qrPng(text))
    expect(png.subarray(12, 16).toString()).toBe('IHDR')
    const width = png.readUInt32BE(16)
    const scale = width / size
    expect(Number.isInteger(scale)).toBe(true)
    const at = png.indexOf('IDAT')
    const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
    const line = 1 + Math.ceil(width / 8)
    expect(lines.length).toBe(line * width)
    let different = 0
    for (let y = 0; y < width; y++)
      for (let x = 0; x < width; x++) {
        const isDark = ((lines[y * line + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0
        if (isDark !== dark.has(`${Math.floor(x / scale)},${Math.floor(y / scale)}`)) different++
      }
    expect(different).toBe(0)
    for (const module of dark)
      for (const place of module.split(',').map(Number)) expect(place >= 4 && place < size - 4).toBe(true)
    // The three finders: a dark corner each.
    for (const corner of ['4,4', `${size - 5},4`, `4,${size - 5}`]) expect(dark).toContain(corner)
  })
})
