/** Relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
  const linear = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
}

/** Black or white, whichever reads better on the colour: at least 4.58 to 1, which both have at a luminance of 0.179. */
export function textOn(colour: string): string {
  return luminance(colour) > 0.179 ? '#000' : '#fff'
}

/**
 * The colour for rings and edges on a light or a dark sheet, which must stand out 3 to 1. Where the colour itself
 * is too near to the sheet, half of it gives way to black or white: that is enough even for white on white (3.9).
 */
export function edgeOn(dark: boolean, colour: string): string {
  const light = luminance(colour)
  const near = dark ? light < 0.15 : light > 0.3
  return near ? `color-mix(in srgb, ${colour}, ${dark ? '#fff' : '#000'})` : colour
}
