/** What one page saw of itself. All times are its own clock's, in ms. */
export interface Watched {
  /** When the tag's script began to run. */
  scriptStart?: number
  /** When the popup was first there to be seen. */
  visible?: number
  longTasks: { start: number; duration: number }[]
  shift: number
}

/** Name of the function the page calls once the popup is visible. */
export const visibleBinding = 'benchVisible'

/**
 * Runs in a page before anything of its own, by its source alone. It must cost next to nothing there, and the same whatever
 * is measured: it looks for a popup only where a child of the body was added after the tag's script began.
 */
export function watch([serviceOrigin, binding]: [serviceOrigin: string, binding: string]): void {
  const seen: Watched = { longTasks: [], shift: 0 }
  const page = window as unknown as Record<string, unknown>
  page.benchWatched = seen

  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push({ start: startTime, duration }))
  observe('layout-shift', (entry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value
  })

  // A loader reads its own tag first of all, so this is its first line.
  const currentScript = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get
  Object.defineProperty(document, 'currentScript', {
    configurable: true,
    get() {
      const script = currentScript?.call(document) as HTMLScriptElement | null
      if (seen.scriptStart === undefined && script?.src?.startsWith(serviceOrigin)) {
        seen.scriptStart = performance.now()
        if (document.body) lookOut()
        else document.addEventListener('DOMContentLoaded', lookOut)
      }
      return script
    },
  })

  const additions = new MutationObserver(meet)

  function lookOut() {
    additions.observe(document.body, { childList: true })
    meet()
  }

  /** Within a shadow root a popup may come later than the element that holds it, and unobserved. */
  function meet() {
    const shadowed = Array.from(document.body.children).some((child) => child.shadowRoot)
    if (!shadowed && !findPopup()) return
    additions.disconnect()
    look()
  }

  function look() {
    const popup = findPopup()
    if (!popup || !isVisible(popup)) return requestAnimationFrame(look)
    seen.visible = performance.now()
    ;(page[binding] as (said: string) => void)('')
  }

  function findPopup(): Element | null {
    const kind = '[role=dialog], dialog[open]'
    for (const child of document.body.children) {
      const popup = child.matches(kind) ? child : (child.shadowRoot ?? child).querySelector(kind)
      if (popup) return popup
    }
    return null
  }

  /** Seen is what has a box within the window and is not wholly transparent, as at the first frame of a fade. */
  function isVisible(popup: Element): boolean {
    const { width, height, top, bottom } = popup.getBoundingClientRect()
    const onScreen = width > 0 && height > 0 && top < innerHeight && bottom > 0
    return onScreen && popup.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
}
