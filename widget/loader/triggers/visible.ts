import { quietly } from '../quietly.ts'
import type { Trigger } from '../senses/sense.ts'

/** How often a page is asked whether it has the element by now. */
const lookMs = 500

/** Half of the element is in sight, or as much of it as fits the view. It may come into the page later. */
const visible: Trigger = (selector, fire, signal) => {
  const seen = new IntersectionObserver(
    (entries) => {
      const inSight = (entry: IntersectionObserverEntry) =>
        entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2
      if (entries.some(inSight)) fire()
    },
    { threshold: [0, 0.25, 0.5] },
  )
  const look = () => {
    const element = quietly(() => document.querySelector(selector))
    if (!element) return
    clearInterval(timer)
    seen.observe(element)
  }
  const timer = setInterval(look, lookMs)
  look()
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    seen.disconnect()
  })
}
export default visible
