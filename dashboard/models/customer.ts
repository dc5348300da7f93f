import type { CustomerPage } from '../../worker/contract/customer-page.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { categoriesOf, categoryOf, scoresOf } from '../../worker/domain/category.ts'
import { listed, money, number } from './wording.ts'

/** Where a customer is looked at, named by one of their responses: no address says who somebody is. */
export const customerPath = (response: string) => `/customers/${response}`

type Answer = Pick<CustomerPage['responses'][number], 'id' | 'survey' | 'score' | 'answeredAt' | 'day'>

/** One score in the course of them. */
export interface Scored {
  id: string
  at: number
  day: string
  score: number
  /** The name of what was asked. */
  survey: string
  /** The best category is 0, the worst 2. */
  lane: 0 | 1 | 2
  /** Where in it: 0 at its low end, 1 at its high one. Scales differ, so that a 6 is good here and bad there. */
  height: number
}

/** A customer's scores, the first answered first; those of surveys that are gone left out. */
export function scoredOf(
  answers: readonly Answer[],
  surveys: readonly Pick<Survey, 'id' | 'name' | 'metric' | 'points'>[],
): Scored[] {
  return answers
    .flatMap(({ id, survey: asked, score, answeredAt, day }): Scored[] => {
      const survey = surveys.find((one) => one.id === asked)
      if (!survey || score === null) return []
      const category = categoryOf(survey.metric, survey.points, score)
      if (!category) return []
      const lane = categoriesOf(survey.metric).indexOf(category)
      const within = scoresOf(survey.metric, survey.points, category)
      const height = within.length > 1 ? within.indexOf(score) / (within.length - 1) : 0.5
      return [
        { id, at: Date.parse(answeredAt), day, score, survey: survey.name, lane: lane === 0 ? 0 : lane === 1 ? 1 : 2, height },
      ]
    })
    .sort((a, b) => a.at - b.at)
}

/** What orders come to, by currency: "€412.30 in 4 orders"; '' for none with a value. */
export function spentWords(orders: readonly Pick<CustomerPage['orders'][number], 'value' | 'currency'>[]): string {
  const sums = new Map<string | null, { value: number; n: number }>()
  for (const { value, currency } of orders) {
    if (value === null) continue
    const sum = sums.get(currency) ?? { value: 0, n: 0 }
    sums.set(currency, { value: sum.value + value, n: sum.n + 1 })
  }
  return listed(
    [...sums].map(([currency, { value, n }]) => `${money(currency, value)} in ${number(n)} ${n === 1 ? 'order' : 'orders'}`),
  )
}

/** Why somebody is valued: "ltv 500 € and more". */
export const valuedWords = (valued: CustomerPage['valued']) => listed(valued.map(({ dimension, band }) => `${dimension} ${band}`))

/** Why a customer is at risk, or isn't, in a sentence; '' for those who aren't valued. */
export function standingWords({ valued, atRisk }: Pick<CustomerPage, 'valued' | 'atRisk'>): string {
  if (valued.length === 0) return ''
  if (!atRisk) return `A valued customer: ${valuedWords(valued)}.`
  return `A valued customer (${valuedWords(valued)}) whose last answer was unhappy, after one that was better.`
}
