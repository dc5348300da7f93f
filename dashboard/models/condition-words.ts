import type { Conditions } from '../../worker/contract/conditions.ts'
import { listed, money, number } from './wording.ts'

/** Conditions as a sentence's end: "score 6 or less, tagged Delivery and order worth €200 or more". */
export function conditionWords(conditions: Conditions, surveyName: (id: string) => string): string {
  const { survey, category, score, scoreAtLeast, scoreAtMost, unhappy, atRisk, commented, tag, sentiment, disagrees } = conditions
  const { contact, orderValueAtLeast, orderCurrency, sku, productCategory, q, segments = {}, answers = {} } = conditions
  const words = [
    survey && `answered “${surveyName(survey)}”`,
    unhappy && 'unhappy (detractors, dissatisfied, found it difficult)',
    atRisk && 'a valued customer is at risk by it',
    category,
    score !== undefined && `score ${number(score)}`,
    scoreAtLeast !== undefined && `score ${number(scoreAtLeast)} or more`,
    scoreAtMost !== undefined && `score ${number(scoreAtMost)} or less`,
    commented && 'wrote a comment',
    tag && `tagged ${tag}`,
    sentiment && `sounds ${sentiment}`,
    disagrees && 'words and score disagree',
    contact && 'left a way to be reached',
    orderValueAtLeast !== undefined && `order worth ${money(orderCurrency ?? null, orderValueAtLeast)} or more`,
    orderCurrency && orderValueAtLeast === undefined && `order in ${orderCurrency}`,
    sku && `bought ${sku}`,
    productCategory && `bought ${productCategory}`,
    q && `wrote “${q}”`,
    ...Object.entries(segments).map(([dimension, value]) => `${dimension} ${value}`),
    ...Object.entries(answers).map(([question, answer]) => `answered ${question}: ${answer}`),
  ].filter((one) => typeof one === 'string')
  return words.length === 0 ? 'every response' : listed(words)
}
