/** FNV-1a over a text's UTF-16 units, begun with a seed of one's own so that the same text can stand for different things. */
export function hash(seed: number, text: string): number {
  let state = seed
  for (let i = 0; i < text.length; i++) state = mix(state, text.charCodeAt(i))
  return state
}

export const mix = (state: number, unit: number) => Math.imul(state ^ unit, 0x01000193)

/** 32 bits of a hash stirred once more, since those of FNV-1a alone lie close for short texts. */
export function stirred(state: number): number {
  const once = Math.imul(state ^ (state >>> 15), 0x735a2d97)
  return (once ^ (once >>> 15)) >>> 0
}
