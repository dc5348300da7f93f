import type { BrowserContextOptions } from 'playwright-core'
import type { SurveyContent } from '../../../../worker/contract/widget.ts'
import { useWidgetPage } from '../../../support/widget-page.ts'

/** A shopper whose pages stand still, so that nothing has to be waited for, and what they have sent. */
export function useStill() {
  const shopper = useWidgetPage()
  return {
    shopper,
    sent: () => shopper.host.responses.map(({ answers, complete }) => ({ answers, complete })),
    visit: (content: SurveyContent, profile: BrowserContextOptions = {}, before = '') =>
      shopper.visit({ surveys: [{ more: true }], contents: { srv_1: content }, before }, { reducedMotion: 'reduce', ...profile }),
    /** What is asked, or said at last. */
    heading: () => shopper.dialog().getByRole('heading').last().textContent(),
  }
}

export const score = {
  id: 'score',
  type: 'metric',
  text: 'How likely are you to recommend us?',
  low: 'Not at all',
  high: 'Very',
} as const
export const required = true
export const choices = [
  { id: 'price', text: 'The price' },
  { id: 'size', text: 'My size' },
  { id: 'care', text: 'Care labels' },
]
