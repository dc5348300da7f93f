import type { EventDetail, EventName, PageContext } from '../seam.ts'

/** Tells the page. A listener that throws is reported by the browser as the page's own. `page` and `reset` are for the UI. */
export function emit(name: EventName | 'page' | 'reset', detail: EventDetail = {}) {
  dispatchEvent(new CustomEvent(`earshot:${name}`, { detail }))
}

/** Listens to one kind of event; answers how to stop. */
export function listen(name: EventName, heard: (detail: EventDetail) => void): () => void {
  const type = `earshot:${name}`
  const listener = (event: Event) => heard((event as CustomEvent<EventDetail>).detail)
  addEventListener(type, listener)
  return () => removeEventListener(type, listener)
}

/** Leaves nothing that could name the person. */
export function forgetPerson(context: PageContext) {
  context.traits = context.order = context.respondent = undefined
}

/** Calls back at each new page of a single-page app. The hash is part of an address only where a site says so. */
export function watchPages(hash: boolean | undefined, turned: () => void) {
  const address = () => location.pathname + location.search + (hash ? location.hash : '')
  let last = address()
  const look = () => {
    if (last === address()) return
    last = address()
    turned()
  }

  const { navigation } = window as Partial<Window>
  if (navigation) navigation.addEventListener('currententrychange', look)
  else {
    addEventListener('popstate', look)
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name]
      history[name] = function (...given) {
        const answer = original.apply(this, given)
        look()
        return answer
      }
    }
  }
}
