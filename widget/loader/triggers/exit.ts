import type { Trigger } from '../senses/sense.ts'

/** Where there is no mouse: so much of the view's height scrolled up in so few ms, as one does to reach the address bar. */
const flick = { views: 0.75, ms: 500 }

/** Somebody is about to leave: the mouse goes out at the top; a finger flicks up; a tab is come back to. */
const exit: Trigger = (_rest, fire, signal) => {
  if (matchMedia('(hover: hover)').matches) {
    const out = ({ relatedTarget, clientY }: MouseEvent) => relatedTarget || clientY > 0 || fire()
    document.addEventListener('mouseout', out, { passive: true, signal })
    return
  }
  let [top, since] = [scrollY, 0]
  let last = scrollY
  const look = ({ timeStamp }: Event) => {
    // A flick begins where it last went down, or paused.
    if (scrollY >= last || timeStamp - since > flick.ms) [top, since] = [scrollY >= last ? scrollY : last, timeStamp]
    last = scrollY
    if (top - scrollY > innerHeight * flick.views) fire()
  }
  addEventListener('scroll', look, { passive: true, signal })
  let left = false
  const turn = () => {
    if (document.hidden) left = true
    else if (left) fire()
  }
  document.addEventListener('visibilitychange', turn, { signal })
}
export default exit
