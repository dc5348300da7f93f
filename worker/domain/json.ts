import { limits } from '../contract/limits.ts'

export type JsonResult = { ok: true; value: unknown } | { ok: false; fault: 'syntax' | 'depth' | 'duplicate-key' }

/**
 * Parses JSON from strangers. Refuses what JSON.parse lets through: nesting that a recursive walk
 * wouldn't survive, and a key said twice, of which it would silently keep the last.
 */
export function parseJson(text: string): JsonResult {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, fault: 'syntax' }
  }
  const fault = shapeFault(text)
  return fault ? { ok: false, fault } : { ok: true, value }
}

/** One pass over text already known to be JSON: a string followed by a colon is a key. */
function shapeFault(text: string): 'depth' | 'duplicate-key' | undefined {
  const open: (Set<string> | null)[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '{' || char === '[') {
      if (open.length === limits.bodyDepth) return 'depth'
      open.push(char === '{' ? new Set() : null)
    } else if (char === '}' || char === ']') {
      open.pop()
    } else if (char === '"') {
      const end = stringEnd(text, i)
      const keys = open.at(-1)
      if (keys && text[skipSpace(text, end + 1)] === ':') {
        const key = JSON.parse(text.slice(i, end + 1)) as string
        if (keys.has(key)) return 'duplicate-key'
        keys.add(key)
      }
      i = end
    }
  }
  return
}

function stringEnd(text: string, start: number): number {
  let i = start + 1
  while (text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}

function skipSpace(text: string, start: number): number {
  let i = start
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++
  return i
}
