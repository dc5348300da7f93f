import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Me } from '../../../worker/contract/people.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { type Demo, startDemo } from '../../support/demo.ts'

export type Manager = ReturnType<typeof useManager>

/** The demo's manager, on the overview when a test begins. */
export function useManager() {
  let demo: Demo
  let page: Page
  beforeAll(async () => {
    demo = await startDemo()
  })
  afterAll(() => demo?.stop())
  beforeEach(async () => {
    page = await demo.open()
  })
  afterEach(() => page.close())
  const get = async <Answer>(path: string) => (await (await page.request.get(demo.url + path)).json()) as Answer
  return {
    get demo() {
      return demo
    },
    get page() {
      return page
    },
    get,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    inNav: (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }),
    surveyNamed: async (name: string) =>
      (await get<{ surveys: Survey[] }>('/api/v1/surveys')).surveys.find((survey) => survey.name === name)?.id ?? '',
    /** A shopper's answer to one of the demo's surveys. */
    answer: async (survey: string, answers: object, more: object = {}) => {
      const { sites } = await get<Me>('/api/v1/me')
      const stored = await page.request.post(`${demo.url}/v1/responses`, {
        headers: { Origin: demo.url },
        data: { site: sites[0]?.key, survey, submission: crypto.randomUUID(), seq: 1, complete: true, answers, ...more },
      })
      expect(stored.status()).toBe(201)
    },
  }
}
