import { quietly } from '../quietly.ts'
import type { Trigger } from '../senses/sense.ts'

/** Something that fits the selector was clicked. Heard at the window, before the page hears of it and may stop it. */
const click: Trigger = (selector, fire, signal) => {
  const look = ({ target }: Event) => {
    if (quietly(() => (target as Element).closest(selector))) fire()
  }
  addEventListener('click', look, { passive: true, capture: true, signal })
}
export default click
