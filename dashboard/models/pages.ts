/** A part of a list, and where the next begins. */
export interface Page<Item> {
  items: readonly Item[]
  next: string | null
}

/** So many empty pages in a row are read before somebody is asked whether to go on. */
const mostEmptyPages = 5

/** Reads on from a place until something is found, the list ends, or enough pages held nothing. */
export async function readOn<Item>(read: (cursor: string) => Promise<Page<Item>>, cursor: string): Promise<Page<Item>> {
  let page = await read(cursor)
  for (let empty = 1; empty < mostEmptyPages && page.items.length === 0 && page.next; empty++) page = await read(page.next)
  return page
}
