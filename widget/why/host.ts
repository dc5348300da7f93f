import { type ComponentChildren, render } from 'preact'
import type { Appearance } from '../../worker/contract/appearance.ts'
import { storagePrefix } from '../seam.ts'
import css from './why.css?inline'

type Corner = Appearance['corner']

/** Where the panel stands and whether it is folded, and how to change that. */
export interface Chrome {
  corner: Corner
  folded: boolean
  move: () => void
  fold: () => void
}

const corners: readonly Corner[] = ['bottom-left', 'top-left', 'top-right', 'bottom-right']
/** On anything narrower the survey and the whole panel don't fit beside each other. */
const narrow = '(max-width: 820px)'

/**
 * An element of its own on the shop's page, and how to draw what is in it. It begins at the bottom, on the other side than the survey, goes
 * by a press to each corner but the survey's, and stays where it was put while the tab shows the shop.
 */
export function openHost(site: string, taken: Corner) {
  const host = document.createElement('earshot-why')
  const root = host.attachShadow({ mode: 'open' })
  // A constructed sheet needs no style-src grant; a style element would.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  // What is typed here is nobody else's: a shop's single-key shortcuts must not fire.
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => event.stopPropagation())

  const key = `${storagePrefix}${site}.panel`
  const free = corners.filter((corner) => corner !== taken)
  const first = taken.endsWith('left') ? 'bottom-right' : 'bottom-left'
  const kept = readKept(key)
  const at: Pick<Chrome, 'corner' | 'folded'> = {
    corner: free.find((corner) => corner === kept?.corner) ?? first,
    folded: kept?.folded ?? matchMedia(narrow).matches,
  }
  let draw: (given: { chrome: Chrome }) => ComponentChildren = () => null

  const show = () => {
    // A shop that swaps its whole body takes the panel with it.
    if (!host.isConnected) document.body?.append(host)
    render(draw({ chrome: { ...at, move, fold } }), root)
  }
  const keep = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(at))
    } catch {}
    show()
  }
  const move = () => {
    at.corner = free[(free.indexOf(at.corner) + 1) % free.length] ?? first
    keep()
  }
  const fold = () => {
    at.folded = !at.folded
    keep()
  }
  // There is room for one of both.
  addEventListener('earshot:shown', () => {
    if (matchMedia(narrow).matches) at.folded = true
    show()
  })
  return (next: typeof draw) => {
    draw = next
    show()
  }
}

/** Storage may be blocked, and hold anything. */
function readKept(key: string): Partial<Chrome> | undefined {
  try {
    return JSON.parse(sessionStorage[key])
  } catch {
    return
  }
}
