import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useRoute } from 'preact-iso'

/** The screen announced last, and the title that had focus for it; the first screen leaves focus to the browser. */
let announced: { path: string; title?: HTMLElement } = { path: location.pathname }

/** Whether a screen was drawn anew while it arrived, and the title that had focus went with the old drawing. */
const isLost = () => announced.title?.isConnected === false && document.activeElement === document.body

/**
 * A screen's title. Coming from another screen, focus moves to it once it has words: who hears the page learns
 * where they are, and Tab goes on from there.
 */
export function Heading({ children }: { children: ComponentChildren }) {
  // The screen's own path: the address may be the next screen's already when the effect runs.
  const { path = location.pathname } = useRoute()
  const heading = useRef<HTMLHeadingElement>(null)
  const known = children !== undefined
  useEffect(() => {
    const title = heading.current
    if (!title || !known || (path === announced.path && !isLost())) return
    announced = { path, title }
    title.focus({ preventScroll: true })
  }, [known])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? <span class="bone title" />}
    </h1>
  )
}
