import type { Page } from 'playwright-core'

/** What says itself how it came about, and what holds no number of a report: controls, names of columns, what shoppers wrote, drawings. */
const explained =
  '.figure, [role=tooltip], .bars button, .stack-key button, .tag-chip, .trend, .verbatim, .controls, .pool-choice, .top, .link, .badge, select, svg, thead, th, .more, .on-paper, .hidden'

/** A label, a date or days, the end of a scale, how long a list is. */
const noNumber =
  /^(\(?95 % interval( of the change)?|of \d|\d+( of \d+)?|In \d+ languages, .*|.*\d (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b.*|\d+ .* \d{4})$/

/** The texts with a number in them, of those one sees, that nothing explains. */
export async function unexplained(page: Page): Promise<string[]> {
  const texts = await page.evaluate((selector) => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text
      if (/\d/.test(data) && parentElement?.checkVisibility() && !parentElement.closest(selector)) found.push(data.trim())
    }
    return found
  }, explained)
  return texts.filter((text) => !noNumber.test(text))
}
