import { limits } from '../contract/limits.ts'
import type { FileRow } from '../domain/import-file.ts'
import { foldedName, tagNamed } from '../domain/tagging/book.ts'
import { readTagNames } from '../domain/tagging/names.ts'
import { newTag } from '../domain/tagging/new-tag.ts'
import type { Db } from '../store/db.ts'
import type { LiveSite } from '../store/live-sites.ts'
import { readTagger } from '../store/taggers.ts'
import { insertTags } from '../store/tags.ts'

/** Makes the tags that rows name and the site hasn't, as far as it may have so many; names beyond are left out. */
export async function makeTags(db: Db, live: LiveSite, rows: readonly FileRow[]): Promise<void> {
  const missing = namesIn(rows).filter((name) => !tagNamed(live.tagger.book, name))
  if (missing.length === 0) return
  const { id } = live.site
  const { book } = (await readTagger(db, id)).tagger
  const room = limits.tagsPerSite - book.active.length
  const unknown = missing.filter((name) => !tagNamed(book, name)).slice(0, Math.max(0, room))
  const now = Date.now()
  // Taken meanwhile: then they are there, and read below.
  if (unknown.length > 0)
    await insertTags(
      db,
      id,
      unknown.map((name, i) => newTag({ name, description: '', rules: [] }, book.active.length + i, now)),
      limits.tagsPerSite,
    )
  live.tagger = (await readTagger(db, id)).tagger
}

function namesIn(rows: readonly FileRow[]): string[] {
  const names = rows.flatMap(([, cells]) => {
    const read = typeof cells === 'string' ? undefined : readTagNames(cells.tags)
    return read?.ok ? (read.names ?? []) : []
  })
  return [...new Map(names.map((name) => [foldedName(name), name])).values()]
}
