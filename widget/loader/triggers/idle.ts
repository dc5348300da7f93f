import type { Trigger } from '../senses/sense.ts'

/** Nothing moved for so many seconds. Who is in a field may be thinking what to type there: no key is listened to, so that counts as work. */
const idle: Trigger = (seconds, fire, signal) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    if (!signal.aborted) timer = setTimeout(rested, Number(seconds) * 1000)
  }
  const rested = () => {
    const { activeElement } = document
    const typing = activeElement?.matches('input,textarea,select,[contenteditable],iframe')
    if (typing || document.hidden) wait()
    else fire()
  }
  for (const type of ['pointermove', 'pointerdown', 'scroll', 'visibilitychange'])
    document.addEventListener(type, wait, { passive: true, capture: true, signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
  wait()
}
export default idle
