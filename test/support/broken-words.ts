import type { Page } from 'playwright-core'

/** Words of what fits the selector that stand in two lines, where no hyphen lets them. */
export async function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    const range = document.createRange()
    const broken: string[] = []
    for (const element of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode as Text
        for (const { index, 0: word } of text.data.matchAll(/[^\s-]+/g)) {
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (range.getClientRects().length > 1) broken.push(word)
        }
      }
    }
    return broken
  }, selector)
}
