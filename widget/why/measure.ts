import type { Measure } from '../../worker/domain/why/trigger-words.ts'

/** How far each trigger is on this page, measured as the loader's own listeners do; each page begins anew. */
export function measureTriggers(): Measure {
  let [scrolled, since] = [0, Date.now()]
  const moved = () => {
    since = Date.now()
  }
  const scroll = () => {
    scrolled = Math.max(scrolled, Math.round(((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100))
  }
  for (const type of ['pointermove', 'pointerdown', 'scroll', 'visibilitychange'])
    document.addEventListener(type, moved, { passive: true, capture: true })
  addEventListener('scroll', scroll, { passive: true })
  addEventListener('earshot:page', () => {
    scrolled = 0
    moved()
  })
  return (trigger) => {
    const [type = ''] = trigger.split(' ')
    const rest = trigger.slice(type.length + 1)
    switch (type) {
      case 'scroll':
        scroll()
        return Math.min(Number(rest), scrolled)
      case 'idle':
        return Math.min(Number(rest), Math.floor((Date.now() - since) / 1000))
      case 'visible':
        return inSight(rest)
      case 'click':
        return found(rest).length
    }
    return
  }
}

/** Of the first such element, in percent; half the view counts as half of it. Undefined where there is none. */
function inSight(selector: string): number | undefined {
  const box = found(selector)[0]?.getBoundingClientRect()
  if (!box) return
  const overlap = (from: number, to: number, view: number) => Math.max(0, Math.min(to, view) - Math.max(from, 0))
  const height = overlap(box.top, box.bottom, innerHeight)
  const area = height * overlap(box.left, box.right, innerWidth)
  return Math.round(Math.max(area / (box.width * box.height || 1), (height / innerHeight) * (area > 0 ? 1 : 0)) * 100)
}

/** What an owner wrote may be no selector. */
function found(selector: string): ArrayLike<Element> {
  try {
    return document.querySelectorAll(selector)
  } catch {
    return []
  }
}
