import type { Question } from '../../worker/contract/question.ts'
import { answerText, pressedAnswer } from '../models/answers.ts'
import { type Filters, unfiltered } from '../models/filters.ts'
import { segmentName } from '../models/segments.ts'
import { money, number } from '../models/wording.ts'
import { Choice } from './choice.tsx'

interface Controls {
  filters: Filters
  change: (change: Partial<Filters>) => void
}

interface ChipsProps extends Controls {
  /** Whose answers may filter. */
  questions?: readonly Question[]
}

/** Every narrowing filter as a button that takes it back, and one for all of them. */
export function Chips({ filters, change, questions = [] }: ChipsProps) {
  const { segments, tag, category, score, q, sentiment, disagrees, answers, sku, productCategory } = filters
  const { scoreAtLeast, scoreAtMost, unhappy, atRisk, contact, orderValueAtLeast, orderCurrency } = filters
  const chips: [text: string, without: Partial<Filters>][] = Object.entries(segments).map(([dimension, value]) => [
    `${dimension}: ${segmentName(dimension, value)}`,
    { segments: Object.fromEntries(Object.entries(segments).filter(([name]) => name !== dimension)) },
  ])
  if (tag) chips.push([`tag: ${tag}`, { tag: null }])
  if (category) chips.push([`comments: ${category}`, { category: null }])
  if (score !== null) chips.push([`comments: score ${number(score)}`, { score: null }])
  if (scoreAtLeast !== null) chips.push([`comments: score ${number(scoreAtLeast)} or more`, { scoreAtLeast: null }])
  if (scoreAtMost !== null) chips.push([`comments: score ${number(scoreAtMost)} or less`, { scoreAtMost: null }])
  if (unhappy) chips.push(['comments: unhappy', { unhappy: false }])
  if (atRisk) chips.push(['comments: at risk', { atRisk: false }])
  if (contact) chips.push(['comments: can be reached', { contact: false }])
  if (orderValueAtLeast !== null)
    chips.push([
      `comments: order of ${money(orderCurrency, orderValueAtLeast)} or more`,
      { orderValueAtLeast: null, orderCurrency: null },
    ])
  else if (orderCurrency) chips.push([`comments: order in ${orderCurrency}`, { orderCurrency: null }])
  if (q) chips.push([`comments: ${q}`, { q: '' }])
  if (sentiment) chips.push([`comments: ${sentiment} mood`, { sentiment: null }])
  if (disagrees) chips.push(['comments: words and score disagree', { disagrees: false }])
  for (const [id, answer] of Object.entries(answers)) {
    const text = answerText(
      questions.find((one) => one.id === id),
      answer,
    )
    chips.push([`comments: answered ${text}`, pressedAnswer(filters, id, answer)])
  }
  if (sku) chips.push([`comments: bought ${sku}`, { sku: null }])
  if (productCategory) chips.push([`comments: bought ${productCategory}`, { productCategory: null }])
  return (
    <>
      {chips.map(([text, without]) => (
        <button key={text} type="button" class="chip" onClick={() => change(without)} aria-label={`Remove the filter ${text}`}>
          <bdi>{text}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
      {chips.length > 1 && (
        <button type="button" class="quiet" onClick={() => change(unfiltered)}>
          Clear all
        </button>
      )}
    </>
  )
}

/** How wide the trend's steps are. */
export function Buckets({ filters, change }: Controls) {
  return (
    <Choice
      name="Trend by"
      of={(['day', 'week', 'month'] as const).map((interval) => [interval, interval])}
      chosen={filters.interval}
      choose={(interval) => change({ interval })}
    />
  )
}

/** What the score is compared with. */
export function Compare({ compare, change }: { compare: Filters['compare']; change: (change: Partial<Filters>) => void }) {
  const choose = (value: string) => change({ compare: value === 'previous' || value === 'year' ? value : null })
  return (
    <label class="inline row small">
      <span class="soft">compared with</span>
      <select value={compare ?? 'none'} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="previous">the period before</option>
        <option value="year">the year before</option>
        <option value="none">nothing</option>
      </select>
    </label>
  )
}
