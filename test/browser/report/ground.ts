import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type Demo, openSurvey, settled, startDemo } from '../../support/demo.ts'

export type Reader = ReturnType<typeof useReader>

/** A manager who reads 90 days of the survey after the order; each test has a session of its own, and no page may complain. */
export function useReader() {
  let demo: Demo
  let page: Page
  beforeAll(async () => {
    demo = await startDemo()
  })
  afterAll(() => demo?.stop())
  beforeEach(async () => {
    page = await demo.visit()
    await openSurvey(page, 'Order success', '?days=90')
  })
  afterEach(async () => {
    expect(demo.complaints).toEqual([])
    await page.close()
  })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const query = () => new URL(page.url()).searchParams
  return {
    get demo() {
      return demo
    },
    get page() {
      return page
    },
    button,
    pressed: (name: RegExp) => button(name).getAttribute('aria-pressed'),
    query,
    /** How many scores the report says it has. */
    n: async () => Number((await page.locator('.score.big small').innerText()).match(/n ([\d,]+)/)?.[1]?.replace(',', '')),
    /** The scores of the responses listed. */
    scores: async () =>
      new Set((await page.locator('.verbatim .mark').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))),
    segments: () => page.locator('section[aria-labelledby="by"]'),
    /** Waits for the address to say it, then for the numbers. */
    until: async (key: string, value: string | null) => {
      await expect.poll(() => query().get(key)).toBe(value)
      await settled(page)
    },
  }
}
