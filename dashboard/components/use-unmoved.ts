import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

interface Listed {
  items: { id: string }[]
}

/**
 * What a list shows of the newest answer: while somebody reads in it, nothing is put in above what they read. `isHeld` is
 * whether something waits, `release` lets it in; the answer to another question (`about`) comes in at once.
 */
export function useUnmoved<T extends Listed>(list: RefObject<HTMLElement | null>, about: string, newest: T | undefined) {
  const [shown, setShown] = useState({ about, data: newest })
  const release = () => setShown({ about, data: newest })
  const isNew = newest !== undefined && !newest.items.every(({ id }) => shown.data?.items.some((item) => item.id === id))
  useLayoutEffect(() => {
    if (shown.about !== about || !shown.data || !isNew || !isRead(list.current)) release()
  }, [newest])
  return { data: shown.data, isHeld: isNew && shown.data !== undefined && shown.about === about, release }
}

/** Whether the list's beginning is scrolled out of sight, or focus is in it. */
function isRead(list: HTMLElement | null): boolean {
  return list !== null && (list.getBoundingClientRect().top < 0 || list.contains(document.activeElement))
}
