/** Told by their script, without knowing any of their words: where its block begins and ends. */
export const ownScript = {
  el: [0x0370, 0x03ff],
  hy: [0x0530, 0x058f],
  he: [0x0590, 0x05ff],
  bn: [0x0980, 0x09ff],
  pa: [0x0a00, 0x0a7f],
  gu: [0x0a80, 0x0aff],
  ta: [0x0b80, 0x0bff],
  te: [0x0c00, 0x0c7f],
  kn: [0x0c80, 0x0cff],
  ml: [0x0d00, 0x0d7f],
  si: [0x0d80, 0x0dff],
  th: [0x0e00, 0x0e7f],
  lo: [0x0e80, 0x0eff],
  my: [0x1000, 0x109f],
  ka: [0x10a0, 0x10ff],
  km: [0x1780, 0x17ff],
  ja: [0x3040, 0x30ff],
  zh: [0x3400, 0x9fff],
  ko: [0xac00, 0xd7af],
} as const

/** Scripts that several languages share, by where their blocks begin and end. */
const sharedScript = {
  latin: [0, 0x024f],
  cyrillic: [0x0400, 0x052f],
  arabic: [0x0600, 0x06ff],
  devanagari: [0x0900, 0x097f],
} as const

export type OwnScript = keyof typeof ownScript
export type Script = OwnScript | keyof typeof sharedScript

const blocks: [Script, readonly [number, number]][] = [...entries(ownScript), ...entries(sharedScript)]

function entries<Key extends string, Value>(by: Record<Key, Value>): [Key, Value][] {
  const keys: string[] = Object.keys(by)
  return keys.filter((key): key is Key => key in by).map((key) => [key, by[key]])
}

/** The script of a word's first letter, told by its block; undefined where no language is told by it. */
export function scriptOf(word: string): Script | undefined {
  const code = word.codePointAt(0) ?? 0
  if (code < 0x0250) return code < 0x41 ? undefined : 'latin'
  // Latin with stacked accents, as Vietnamese has them, and what Arabic shapes into.
  if (code >= 0x1e00 && code < 0x1f00) return 'latin'
  return blocks.find(([, [from, to]]) => from <= code && code <= to)?.[0]
}

const kana = /[\u3040-\u30ff]/

/** The script most of the letters are of. Japanese mixes Chinese characters with its own, and a little of these tells it. */
export function mainScript(words: readonly string[]): Script | undefined {
  const sizes = new Map<Script, number>()
  for (const word of words) {
    const script = kana.test(word) ? 'ja' : scriptOf(word)
    if (script) sizes.set(script, (sizes.get(script) ?? 0) + word.length)
  }
  const japanese = sizes.get('ja') ?? 0
  const chinese = sizes.get('zh') ?? 0
  if (japanese * 8 > chinese) {
    sizes.set('ja', japanese + chinese)
    sizes.delete('zh')
  }
  let main: Script | undefined
  for (const [script, size] of sizes) if (size > (main ? (sizes.get(main) ?? 0) : 0)) main = script
  return main
}

export function isOwn(script: Script): script is OwnScript {
  return script in ownScript
}
