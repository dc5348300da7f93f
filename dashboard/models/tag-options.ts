import type { Tag } from '../../worker/contract/tags.ts'

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Without case and accents, for finding a name by what is typed. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The tags that what is typed may mean: those whose name begins so, then those of `first`, then by name. Archived ones are not among them. */
export function tagOptions(tags: readonly Tag[], first: ReadonlySet<string>, typed: string): Tag[] {
  const wanted = plain(typed)
  const begins = ({ name }: Tag) => Number(wanted === '' || !plain(name).startsWith(wanted))
  return tags
    .filter(({ archived, name }) => !archived && plain(name).includes(wanted))
    .sort(
      (a, b) => begins(a) - begins(b) || Number(first.has(b.id)) - Number(first.has(a.id)) || collator.compare(a.name, b.name),
    )
}

/** The name a new tag would have; '' where there is nothing to name, or a tag of that name already. */
export function newName(tags: readonly Tag[], typed: string): string {
  const name = typed.trim()
  return tags.some((tag) => tag.name.toLowerCase() === name.toLowerCase()) ? '' : name
}
