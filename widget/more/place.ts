import type { Opening } from '../seam.ts'

/** As tall as a survey needs at least: an element with this much room moves nothing when it is filled. */
const room = 160

/**
 * Puts a survey where it stands on the page. True where that is done here, and `shown` is told once it can be seen; undefined where it
 * stands above the page as usual; false where it can't stand now, or stands as a tab or button that opens it.
 */
export function place(host: HTMLElement, opening: Opening, shown: () => void, left: AbortSignal): boolean | undefined {
  const { appearance } = opening.content
  const { shape } = appearance
  host.dataset.shape = shape
  if (shape === 'inline') return inline(host, appearance.element ?? '', shown, left)
  if (shape === 'modal') backdrop(host)
  if (shape !== 'tab' && shape !== 'button') return
  if (!opening.focus) return launcher(host, opening)
  appearance.shape = 'popover'
  return
}

/** In an element of the page: only while that is out of sight or has the room, so that nothing in sight moves. */
function inline(host: HTMLElement, selector: string, shown: () => void, left: AbortSignal): boolean {
  const element = document.querySelector(selector)
  if (!element) return false
  const watch = new IntersectionObserver(([entry]) => {
    if (host.isConnected) {
      if (!entry?.isIntersecting) return
      shown()
      watch.disconnect()
    } else if (!entry?.isIntersecting || element.clientHeight >= room) {
      element.append(host)
      watch.unobserve(element)
      watch.observe(host)
    }
  })
  watch.observe(element)
  left.onabort = () => watch.disconnect()
  return true
}

/** A click beside a centred survey closes it. */
function backdrop(host: HTMLElement) {
  host.addEventListener('click', (event) => {
    if (event.composedPath()[0] === host) host.shadowRoot?.querySelector<HTMLElement>('.close')?.click()
  })
}

/** The tab or button stays until the page changes, and opens the survey as any call of the page would. */
function launcher(host: HTMLElement, { content }: Opening): false {
  const { appearance, words, survey, locale, dir } = content
  const section = document.createElement('section')
  section.lang = locale
  section.dir = dir
  section.className = `launcher ${appearance.shape} ${appearance.corner}`
  for (const [name, value] of Object.entries(appearance.tokens)) section.style.setProperty(name, value)
  const button = document.createElement('button')
  button.className = 'send'
  button.textContent = words.feedback ?? ''
  button.ariaHasPopup = 'dialog'
  button.onclick = () => window.earshot?.('show', survey)
  // A survey it opened gives focus back to what had it, of which it sees no more than the host.
  host.focus = (how) => button.focus(how)
  section.append(button)
  host.shadowRoot?.append(section)
  document.body.append(host)
  for (const gone of ['page', 'reset']) addEventListener(`earshot:${gone}`, () => host.remove(), { once: true })
  return false
}
