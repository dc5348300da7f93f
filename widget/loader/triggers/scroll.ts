import type { Trigger } from '../senses/sense.ts'

/** So many percent of the page have been in sight. A page that fits the view has been seen wholly. */
const scroll: Trigger = (percent, fire, signal) => {
  const look = () => {
    if (scrollY + innerHeight >= (document.documentElement.scrollHeight * Number(percent)) / 100) fire()
  }
  look()
  addEventListener('scroll', look, { passive: true, signal })
}
export default scroll
