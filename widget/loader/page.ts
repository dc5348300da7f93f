import type { EventDetail, EventName } from '../seam.ts'

/** Tells the page. A listener that throws is reported by the browser as the page's own. */
export function emit(name: EventName, detail: EventDetail = {}) {
  dispatchEvent(new CustomEvent(`earshot:${name}`, { detail }))
}

/** Listens to one kind of event; answers how to stop. */
export function listen(name: EventName, heard: (detail: EventDetail) => void): () => void {
  const type = `earshot:${name}`
  const listener = (event: Event) => heard((event as CustomEvent<EventDetail>).detail)
  addEventListener(type, listener)
  return () => removeEventListener(type, listener)
}
