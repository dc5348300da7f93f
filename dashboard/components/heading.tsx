import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The screen whose title had focus last; the first one leaves focus to the browser. */
let announced = location.pathname

/**
 * A screen's title. Coming from another screen, focus moves to it once it has words: who hears the page learns
 * where they are, and Tab goes on from there.
 */
export function Heading({ children }: { children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null)
  const known = children !== undefined
  useEffect(() => {
    const heading = title.current
    if (known && location.pathname !== announced) {
      announced = location.pathname
      heading?.focus({ preventScroll: true })
    }
    // A screen may be drawn anew while it arrives: its title then takes focus again.
    return () => {
      if (heading && document.activeElement === heading) announced = ''
    }
  }, [known])
  return (
    <h1 ref={title} tabIndex={-1}>
      {children ?? <span class="bone title" />}
    </h1>
  )
}
