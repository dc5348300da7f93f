import { limits } from '../../contract/limits.ts'
import { cleanText, codePoints } from '../text.ts'

/** Names of tags as they stand in one cell of a file. */
export const tagsText = (names: readonly string[]) => names.join('; ')

/** Names in a cell of a file, or as a list of texts; undefined where it says nothing, or why they can't be read. */
export function readTagNames(cell: unknown): { ok: true; names: string[] | undefined } | { ok: false; reason: string } {
  if (cell === undefined) return { ok: true, names: undefined }
  const list = typeof cell === 'string' ? cell.split(cell.includes(';') ? ';' : ',') : cell
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string'))
    return { ok: false, reason: 'tags: names with semicolons between them, or a list of texts' }
  const names = [...new Set(list.map(cleanName))].filter((name) => name !== '')
  const wrong = names.find((name) => codePoints(name) > limits.tagName || /[,;]/.test(name))
  if (wrong !== undefined)
    return { ok: false, reason: `tags: at most ${limits.tagName} characters each, without commas and semicolons` }
  if (names.length > limits.tagsPerSite) return { ok: false, reason: `tags: at most ${limits.tagsPerSite}` }
  return { ok: true, names }
}

/** A name as it is kept and shown: visible characters in one line. */
export const cleanName = (name: string) => cleanText(name).replace(/\s+/gu, ' ').trim()
