/**
 * The editor's preview: the real widget on a page that looks like a shop's. The page is sandboxed, so that nothing of the dashboard is in
 * its reach, and allowed to connect to nothing. Whatever would be sent or counted is taken here and thrown away.
 */
import type { PreviewHeard, PreviewShow } from '../../worker/contract/editor-preview.ts'
import type { SurveyContent } from '../../worker/contract/widget.ts'
import { type Happening, type SurveyModule, storagePrefix } from '../seam.ts'
import { openDrawer } from './drawer.ts'
import css from './preview.css?inline'

const site = 'preview'
const host = location.origin
const { ui = '' } = document.documentElement.dataset
const drawer = openDrawer(storagePrefix + site)

/** Takes the survey away that is open. */
let close: (() => void) | undefined
let shown: { path: string; ended: boolean } | undefined
/** Whether a tab or a button was pressed. */
let isPressed = false
/** Of what the editor sent the newest wins, whatever loads first. */
let turn = 0
/** Asked for, and not done yet: the order that asked may have been overtaken. */
let isAnew = false

Object.defineProperty(window, 'sessionStorage', { value: drawer.storage })
window.fetch = async () => new Response('{}')

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets = [sheet]

const tell = (heard: PreviewHeard) => parent.postMessage(heard, '*')

addEventListener('message', ({ source, data }: MessageEvent<PreviewShow>) => {
  if (source === parent) void show(data)
})
tell('ready')

async function show({ content, theme, restart: asked }: PreviewShow) {
  const mine = ++turn
  isAnew ||= asked
  const more = content.words.next !== undefined && import(/* @vite-ignore */ host + ui.replace('survey', 'more'))
  const [module]: [SurveyModule, unknown] = await Promise.all([import(/* @vite-ignore */ host + ui), more])
  if (mine !== turn) return
  const restart = isAnew
  isAnew = false
  const path = wayOf(content)
  const ended = !restart && shown?.path === path ? shown.ended : false
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.shape = content.appearance.shape
  const pressed = !restart && isPressed
  close?.()
  isPressed = pressed
  // What a tab or a button leaves behind.
  for (const left of document.querySelectorAll('earshot-survey')) left.remove()
  if (restart || shown?.path !== path) drawer.empty()
  else drawer.restore()
  shown = { path, ended }
  // Pressed already it stands open, without taking focus from whoever edits.
  const { appearance } = content
  open(module, pressed ? { ...content, appearance: { ...appearance, shape: 'popover' } } : content, theme, false)
  // The survey stands in the page from the next frame on.
  if (ended) requestAnimationFrame(pressSend)
}

const pressSend = () => document.querySelector('earshot-survey')?.shadowRoot?.querySelector<HTMLElement>('.send')?.click()

function open(module: SurveyModule, content: SurveyContent, theme: PreviewShow['theme'], focus: boolean) {
  // A survey of a system's theme follows the one that is looked at.
  const context = content.appearance.theme === 'auto' ? { theme } : {}
  // A tab or a button opens it as any call of the page would; that changes the shape, of a copy.
  window.earshot = () => {
    isPressed = true
    for (const left of document.querySelectorAll('earshot-survey')) left.remove()
    open(module, content, theme, true)
  }
  const told = (happening: Happening) => {
    if (happening === 'completed' && shown) shown.ended = true
    if (happening === 'closed') {
      close = undefined
      isPressed = false
    }
    tell(happening)
  }
  close = module.open({ site, host, content: structuredClone(content), context, focus, tell: told })
}

/** What decides the way through the survey: while it is the same, an edit of words leaves the shopper where they are. */
function wayOf({ survey, questions }: SurveyContent): string {
  const ways = questions.map((one) => {
    const points = 'from' in one && [one.from, one.to]
    const choices = 'choices' in one && [one.choices.map(({ id }) => id), Boolean(one.other)]
    return [one.id, one.type, one.optional, one.branches, points, choices]
  })
  return JSON.stringify([survey, ways])
}
