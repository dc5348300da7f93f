import type { Trigger } from '../senses/sense.ts'

/** How long a new page of a single-page app may still be the old one: its height, and how far that was scrolled. */
const settleMs = 500

/** So many percent of the page have been in sight. A page that fits the view has been seen wholly, once all of it is there. */
const scroll: Trigger = (percent, fire, signal) => {
  const look = () => {
    const seen = scrollY + innerHeight >= (document.documentElement.scrollHeight * Number(percent)) / 100
    if (seen && document.readyState === 'complete') fire()
  }
  setTimeout(look, settleMs)
  for (const type of ['load', 'scroll']) addEventListener(type, look, { passive: true, signal })
}
export default scroll
