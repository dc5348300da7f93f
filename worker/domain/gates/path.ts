import type { Gate } from './gate.ts'

/** Excluded wins over included; an empty include means every page. */
const path: Gate<[include: string[], exclude: string[]]> = ([include, exclude], page) => {
  const reason = page.path
  const matches = (pattern: string) => matchesPath(pattern, reason)
  return [
    { gate: 'include', passed: !include.length || include.some(matches), reason },
    { gate: 'exclude', passed: !exclude.some(matches), reason },
  ]
}
export default path

/**
 * Whether a path fits a pattern in which `*` stands for any run of characters. Line breaks, which no path holds, mark both ends,
 * so that it is enough to find each part after the one before. Linear in the path: a pattern such as `/*a*a*a*b` must not hold
 * the shop's page.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const line = `\n${path}\n`
  let from = 0
  return `\n${pattern}\n`.split('*').every((part) => {
    const found = line.indexOf(part, from)
    from = found + part.length
    return found >= 0
  })
}
