import type { Rule } from '../../contract/tags.ts'

/** A site's tags, as far as giving and showing them needs it. */
export interface BookedTag {
  id: string
  name: string
  rules: readonly Rule[]
  createdAt: number
  archived: boolean
  /** The tag that took its place. */
  mergedInto: string | null
}

/** All tags a site ever had, and what has become of them. */
export interface TagBook {
  /** Those in use, the oldest first. */
  active: BookedTag[]
  /** Merged tags and where each of them ended. */
  merged: ReadonlyMap<string, string>
}

export function tagBook(tags: readonly BookedTag[]): TagBook {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const merged = new Map<string, string>()
  for (const tag of tags) {
    const end = endOf(tag, byId)
    if (end.id !== tag.id) merged.set(tag.id, end.id)
  }
  return { active: tags.filter(({ archived, mergedInto }) => !archived && mergedInto === null), merged }
}

/** Merges can't go round: only a tag in use is merged, and into another in use. */
function endOf(tag: BookedTag, byId: ReadonlyMap<string, BookedTag>): BookedTag {
  const next = tag.mergedInto === null ? undefined : byId.get(tag.mergedInto)
  return next ? endOf(next, byId) : tag
}

/** Names as they are compared: two tags never differ by case or space alone. */
export const foldedName = (name: string) => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** A tag in use, by its name. */
export function tagNamed({ active }: TagBook, name: string): BookedTag | undefined {
  const folded = foldedName(name)
  return active.find((tag) => foldedName(tag.name) === folded)
}

/** A tag in use by its name, and the ids whose responses have it: its own, and those of tags merged into it that not every response has heard of. */
export function taggedBy(book: TagBook, name: string): { name: string; ids: string[] } | undefined {
  const tag = tagNamed(book, name)
  return tag && { name: tag.name, ids: [tag.id, ...[...book.merged].flatMap(([from, into]) => (into === tag.id ? [from] : []))] }
}

/** All whose counts a report on tags may need. */
export const idsOfTags = ({ active, merged }: TagBook): string[] => [...active.map(({ id }) => id), ...merged.keys()]
