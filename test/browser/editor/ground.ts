import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import { type Demo, startDemo } from '../../support/demo.ts'

export type Editor = ReturnType<typeof useEditor>

/** An owner who makes one survey in the demo's editor; the tests of one file go on from each other. */
export function useEditor() {
  let demo: Demo
  let page: Page
  const sent: string[] = []

  beforeAll(async () => {
    demo = await startDemo()
    page = await demo.signIn({ viewport: { width: 1440, height: 1000 }, colorScheme: 'light', reducedMotion: 'reduce' })
    page.on(
      'request',
      (request) => request.url().includes('/v1/') && !request.url().includes('/api/') && sent.push(request.url()),
    )
  })
  afterAll(() => demo?.stop())

  const preview = () => page.frameLocator('iframe')
  const question = (n: number) => page.locator('.question').nth(n - 1)
  const id = () => page.url().match(/srv_\w+/)?.[0] ?? ''
  const survey = async () => (await (await page.request.get(`/api/v1/surveys/${id()}`)).json()) as Survey
  return {
    get demo() {
      return demo
    },
    get page() {
      return page
    },
    /** What the pages sent to where shoppers' answers go. */
    sent,
    preview,
    asked: (words: string) => preview().getByRole('heading', { name: words }).waitFor(),
    point: (n: number, max = 5) => preview().getByRole('radio', { name: new RegExp(`^${n} out of ${max}`) }),
    saved: () => page.getByRole('status').getByText('Saved', { exact: true }).waitFor(),
    question,
    open: (n: number) => question(n).locator('.head').click(),
    part: (name: string) => page.getByRole('link', { name }).click(),
    id,
    survey,
    questionIds: async () => (await survey()).questions.map((one) => one.id),
  }
}
