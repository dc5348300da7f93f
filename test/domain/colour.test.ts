import { describe, expect, test } from 'vitest'
import { contrast, edgeOn, luminance, textOn } from '../../worker/domain/colour.ts'

const steps = [...Array.from({ length: 16 }, (_, i) => i * 16), 255]
const hex = (...channels: number[]) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
const brands = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => hex(red, green, blue))))
const long = (colour: string) => (colour === '#fff' ? '#ffffff' : '#000000')

test('contrast is what WCAG says it is', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  expect(contrast('#ff0000', '#ff0000')).toBe(1)
  expect(luminance('#00FF00')).toBeCloseTo(0.7152, 10)
})

describe('any brand colour', () => {
  test('carries text of at least 4.5 to 1', () => {
    expect(Math.min(...brands.map((brand) => contrast(brand, long(textOn(brand)))))).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['light', '#ffffff'],
    ['dark', '#1c2025'],
  ] as const)('makes rings of at least 3 to 1 on the %s sheet', (sheet, colour) => {
    expect(Math.min(...brands.map((brand) => contrast(edgeOn(sheet, brand), colour)))).toBeGreaterThanOrEqual(3)
  })

  test('stays as it is where it stands out by itself', () => {
    expect([edgeOn('light', '#2b7a78'), edgeOn('dark', '#2b7a78')]).toEqual(['#2b7a78', '#2b7a78'])
    expect([edgeOn('light', '#FFEE00'), edgeOn('dark', '#FFEE00')]).toEqual(['#807700', '#FFEE00'])
    expect(edgeOn('dark', '#000000')).toBe('#808080')
  })
})
