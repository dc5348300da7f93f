/** What the widget's sheets are made of. */
const sheets = { light: '#ffffff', dark: '#1c2025' } as const

/** Relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How much two colours stand out against each other: from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Black or white, whichever reads better on the colour: at least 4.58 to 1, which both have at a luminance of 0.179. */
export function textOn(colour: string): string {
  return luminance(colour) > 0.179 ? '#000' : '#fff'
}

/**
 * The colour for rings and edges on the light or the dark sheet, which must stand out 3 to 1. Where the colour itself
 * is too near to the sheet, half of it gives way to black or white: that is enough even for white on white (3.9).
 */
export function edgeOn(sheet: keyof typeof sheets, colour: string): string {
  if (contrast(colour, sheets[sheet]) >= 3) return colour
  const end = sheet === 'dark' ? 255 : 0
  const mixed = channels(colour).map((channel) => Math.round((channel + end) / 2))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
