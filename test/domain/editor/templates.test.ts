import { describe, expect, test } from 'vitest'
import { measuring } from '../../../dashboard/models/editor/metric.ts'
import { standards, type Template, templates } from '../../../dashboard/models/editor/templates.ts'
import { Metric } from '../../../worker/contract/category.ts'
import { CreateSurvey } from '../../../worker/contract/survey.ts'
import { definitionFaults, draftOf } from '../../../worker/domain/definition.ts'
import { standardTargeting } from '../../../worker/domain/standard.ts'
import english from '../../../worker/locales/en.ts'
import { draftWith, faultsIn } from './ground.ts'

const shop = 'Fern & Loom'
const all = [...templates(shop), ...standards(shop)].map((template) => [template.id, template] as const)
const requestOf = ({ name, survey }: Template) => CreateSurvey.parse({ name, ...survey })

describe('every template', () => {
  test.each(all)('%s: holds together as the worker sees it, once parsed', (_id, template) => {
    expect(definitionFaults(draftOf(requestOf(template), shop, english.standard))).toEqual([])
  })

  test.each(all)('%s: keeps to the etiquette of the field', (_id, template) => {
    const { targeting } = draftOf(requestOf(template), shop, english.standard)
    expect(targeting.delaySeconds).toBeGreaterThanOrEqual(10)
    for (const path of ['/payment', '/checkout/payment/3', '/login', '/account/sign-in'])
      expect(
        targeting.exclude.some((pattern) => new RegExp(`^${String(pattern).replaceAll('*', '.*')}$`).test(path)),
        path,
      ).toBe(true)
    const { daysAfterAnswer, daysAfterDismissal, daysAcrossSurveys } = standardTargeting
    expect(targeting).toMatchObject({ daysAfterAnswer, daysAfterDismissal, daysAcrossSurveys })
  })

  test.each(all)('%s: can measure something else without a fault', (_id, template) => {
    const draft = draftWith({ ...requestOf(template) })
    for (const metric of Metric.options) {
      const other = measuring(draft, metric, shop)
      expect(faultsIn(other), metric).toEqual([])
      expect(other.metric).toBe(metric)
    }
  })
})

test('there is a template for each touchpoint a shop has', () => {
  const ids = templates(shop).map(({ id }) => id)
  expect(ids).toEqual(['found', 'product', 'search', 'cart', 'checkout', 'order-success', 'delivery', 'return', 'support'])
})

test('another metric keeps the follow-up by the place of each category, and lets go of ranges of the old scale', () => {
  const draft = draftWith({
    questions: [
      { id: 'score', type: 'metric', text: 'Likely?', low: '', high: '', branches: [{ score: [0, 6], to: 'why' }] },
      {
        id: 'size',
        type: 'text',
        text: 'Size?',
        required: false,
        branches: [
          { category: ['detractor'], to: 'end' },
          { score: [7, 8], to: 'end' },
        ],
      },
      { id: 'why', type: 'text', text: 'Why?', required: false, textBy: { promoter: 'Good?', detractor: 'Bad?' } },
    ],
    thanks: { title: 'Thanks', text: '', by: { passive: { title: 'Well', text: '' } } },
  })
  const ces = measuring(draft, 'ces', shop)
  expect(ces.points).toBe(7)
  expect(ces.questions[0]).toMatchObject({ type: 'metric', text: 'Fern & Loom made it easy for me to handle my issue.' })
  expect(ces.questions[1]).toMatchObject({ branches: [{ category: ['difficult'], to: 'end' }] })
  expect(ces.questions[2]).toMatchObject({ textBy: { easy: 'Good?', difficult: 'Bad?' } })
  expect(ces.thanks.by).toEqual({ neutral: { title: 'Well', text: '' } })
  const none = measuring(draft, 'none', shop)
  expect(none.questions.map(({ id }) => id)).toEqual(['size', 'why'])
  expect(none.thanks).toEqual({ title: 'Thanks', text: '' })
  expect(measuring(draft, 'nps', shop)).toBe(draft)
})
