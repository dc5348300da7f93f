import { useState } from 'preact/hooks'
import { type Page, readOn } from './pages.ts'
import { noteRefusal } from './session.ts'

interface State<Item> extends Page<Item> {
  of: string
  busy: boolean
  error: string
}

/**
 * What comes after the first page of a list, a press at a time. `of` names the list: what is still under way when another is asked
 * for belongs to a list that is gone.
 */
export function useFurther<Item>(of: string, from: string | null, read: (cursor: string) => Promise<Page<Item>>) {
  const [state, setState] = useState<State<Item>>()
  const now = state?.of === of ? state : { of, items: [], next: from, busy: false, error: '' }
  const put = (change: (before: State<Item>) => Partial<State<Item>>) =>
    setState((before) => (before?.of === of ? { ...before, ...change(before) } : before))
  async function load() {
    if (now.busy || !now.next) return
    setState({ ...now, busy: true, error: '' })
    try {
      const page = await readOn(read, now.next)
      put(({ items }) => ({ items: [...items, ...page.items], next: page.next, busy: false }))
    } catch (refused) {
      noteRefusal(refused)
      put(() => ({ busy: false, error: refused instanceof Error ? refused.message : 'That didn’t work.' }))
    }
  }
  return { ...now, load }
}
