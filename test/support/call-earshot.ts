import type { Page } from 'playwright-core'

/** A call of the shop's page to the widget: `earshot('show', 'srv_…')`. */
export const callEarshot = (page: Page, ...given: unknown[]) =>
  page.evaluate((all) => (window as unknown as { earshot: (...call: unknown[]) => void }).earshot(...all), given)
