import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

declare const axe: typeof axeCore

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function injectAxe(page: Page): Promise<void> {
  await page.evaluate(axeCore.source)
}

/**
 * What axe-core finds wrong on the page, one line each. What it can't tell counts too, but for contrasts: it can't see the background
 * of words beneath a label that is there to be clicked, and those contrasts are measured apart. Nor does it see into the editor's
 * preview, which is the widget, judged by itself.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(writeForcedColours)
  return page.evaluate(async (values) => {
    const { violations, incomplete } = await axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations', 'incomplete'],
    })
    const untold = ['color-contrast', 'frame-tested']
    return [...violations, ...incomplete.filter(({ id }) => !untold.includes(id))].flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `axe ${id}: ${target.flat().join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`,
      ),
    )
  }, tags)
}

/**
 * Axe reads the colour of text as `-webkit-text-fill-color`. Where colours are forced Chromium answers with the one that the page asked
 * for instead of the one painted, so this says it once more.
 */
function writeForcedColours() {
  if (!matchMedia('(forced-colors: active)').matches) return
  const roots = [...document.querySelectorAll('earshot-survey, earshot-why')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  for (const element of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]))
    element.style.setProperty('-webkit-text-fill-color', getComputedStyle(element).color)
}
