import type { Sentiment } from '../../worker/contract/sentiment.ts'
import { addDays, dayCount, today } from './days.ts'
import { sentiments } from './tag-words.ts'

export type BucketSize = 'day' | 'week' | 'month'
export type Sort = 'n' | 'fall' | 'rise'

/** All that narrows a screen; it lives in the URL, so a link shows what one sees. */
export interface Filters {
  from: string
  to: string
  /** The preset behind from and to, or null for dates of one's own. */
  days: number | null
  interval: BucketSize
  compare: 'previous' | 'year' | null
  breakdown: string | null
  /** The segments' order: by n, or by change with the deepest fall or the highest rise first. */
  sort: Sort
  segments: Record<string, string>
  /** The name of a tag: the score then is that of the comments which have it. */
  tag: string | null
  category: string | null
  score: number | null
  scoreAtLeast: number | null
  scoreAtMost: number | null
  /** Only the worst category of each survey's metric. */
  unhappy: boolean
  /** Only those by which a valued customer is at risk. */
  atRisk: boolean
  /** Only of shoppers who left a way to be reached. */
  contact: boolean
  /** Only with an order worth as much; of any currency unless one is named. */
  orderValueAtLeast: number | null
  orderCurrency: string | null
  /** Only responses with a comment; a score alone says nothing in words. */
  commented: boolean
  /** What is looked for in the words; '' for nothing. */
  q: string
  /** What the words say of the mood, and whether it is the opposite of what the score says. */
  sentiment: Sentiment | null
  disagrees: boolean
  /** By the id of a further question: the answer that was chosen. Only comments follow, since scores aren't counted by it. */
  answers: Record<string, string>
  /** What was bought, likewise. */
  sku: string | null
  productCategory: string | null
  /** What the table of products goes by, and its order. */
  products: 'sku' | 'category'
  rank: 'answers' | 'worst'
  /** Which two crowds' words are compared: the ends of the scale, or these days and those before. */
  talk: 'score' | 'before'
}

/** Stands among the dimensions where scores are told apart by tag. Tags overlap, so it filters by a filter of its own. */
export const byTag = 'tag'

/** The filter that a row of a breakdown is. */
export function chosenRow({ segments }: Filters, dimension: string, value: string): Partial<Filters> {
  return { ...(dimension === byTag ? { tag: value } : { segments: { ...segments, [dimension]: value } }), breakdown: null }
}

/** The segments, and the tag beside them, as a sentence names what a screen is about. */
export const aboutOf = ({ segments, tag }: Filters): Record<string, string> => (tag ? { ...segments, [byTag]: tag } : segments)

/** The dimension whose segments are compared: the one chosen, or the first that doesn't narrow the screen already. */
export function breakdownOf({ breakdown, segments }: Filters, dimensions: readonly string[]): string | null {
  return breakdown ?? dimensions.find((name) => !(name in segments) && name !== 'touchpoint') ?? null
}

/** The filter that a row of the products is; the same again takes it back. */
export function chosenProduct({ sku, productCategory }: Filters, by: Filters['products'], value: string): Partial<Filters> {
  const isOn = (by === 'sku' ? sku : productCategory) === value
  return { sku: null, productCategory: null, ...(!isOn && { [by === 'sku' ? 'sku' : 'productCategory']: value }) }
}

/** Whether comments are narrowed by what their scores can't be counted by. */
export const isWordsOnly = ({ answers, sku, productCategory }: Filters) =>
  Object.keys(answers).length > 0 || sku !== null || productCategory !== null

/** On a screen without words, where what narrows them narrows nothing. */
export const wordless = {
  ...{ category: null, score: null, scoreAtLeast: null, scoreAtMost: null, q: '' },
  ...{ unhappy: false, atRisk: false, contact: false, orderValueAtLeast: null, orderCurrency: null },
  ...{ sentiment: null, disagrees: false },
  ...{ answers: {}, sku: null, productCategory: null },
} satisfies Partial<Filters>

/** Takes back whatever narrows, and leaves the days and how they are looked at. */
export const unfiltered = { segments: {}, tag: null, ...wordless } satisfies Partial<Filters>

export const presets = [7, 30, 90, 365] as const
const defaultDays = 30

export function readFilters(search: string, timeZone: string): Filters {
  const params = new URLSearchParams(search)
  const [from, to] = [params.get('from'), params.get('to')]
  const own = from && to && /^\d{4}-\d\d-\d\d$/.test(from) && /^\d{4}-\d\d-\d\d$/.test(to) && from <= to
  const days = own ? null : (presets.find((preset) => String(preset) === params.get('days')) ?? defaultDays)
  const range = own ? { from, to } : { from: addDays(today(timeZone), 1 - (days ?? defaultDays)), to: today(timeZone) }
  const interval = params.get('interval')
  const compare = params.get('compare')
  const sort = params.get('sort')
  return {
    ...range,
    days,
    interval:
      interval === 'day' || interval === 'week' || interval === 'month' ? interval : fittingInterval(range.from, range.to),
    compare: compare === 'none' ? null : compare === 'year' ? 'year' : 'previous',
    breakdown: params.get('breakdown'),
    sort: sort === 'fall' || sort === 'rise' ? sort : 'n',
    segments: under('segment.', params),
    tag: params.get('tag') || null,
    category: params.get('category'),
    score: scoreIn(params.get('score')),
    scoreAtLeast: scoreIn(params.get('scoreAtLeast')),
    scoreAtMost: scoreIn(params.get('scoreAtMost')),
    unhappy: params.get('unhappy') === '1',
    atRisk: params.get('atRisk') === '1',
    contact: params.get('contact') === '1',
    orderValueAtLeast: worthIn(params.get('orderValueAtLeast')),
    orderCurrency: currencyIn(params.get('orderCurrency')),
    commented: params.get('comments') !== 'all',
    q: (params.get('q') ?? '').trim(),
    sentiment: sentiments.find((one) => one === params.get('sentiment')) ?? null,
    disagrees: params.get('disagrees') === '1',
    answers: under('answer.', params),
    sku: params.get('sku') || null,
    productCategory: params.get('productCategory') || null,
    products: params.get('products') === 'category' ? 'category' : 'sku',
    rank: params.get('rank') === 'worst' ? 'worst' : 'answers',
    talk: params.get('talk') === 'before' ? 'before' : 'score',
  }
}

/** A score as it is typed, of whatever scale; null for anything else. */
export const scoreIn = (text: string | null) => (text !== null && /^(\d|10)$/.test(text.trim()) ? Number(text) : null)

/** What an order is worth, as it is typed; null for anything else. */
export const worthIn = (text: string | null) => (text !== null && /^\d{1,9}(\.\d{0,4})?$/.test(text.trim()) ? Number(text) : null)

/** The code of a currency, in whatever case; null for anything else. */
export const currencyIn = (text: string | null) =>
  text !== null && /^[a-z]{3}$/i.test(text.trim()) ? text.trim().toUpperCase() : null

/** What stands behind a prefix, by the rest of its name. */
function under(prefix: string, params: URLSearchParams): Record<string, string> {
  const ours = [...params].filter(([key, value]) => key.startsWith(prefix) && value !== '')
  return Object.fromEntries(ours.map(([key, value]) => [key.slice(prefix.length), value]))
}

/** Buckets wide enough to say something, narrow enough to show a course. */
export function fittingInterval(from: string, to: string): BucketSize {
  const days = dayCount(from, to)
  return days <= 14 ? 'day' : days <= 190 ? 'week' : 'month'
}

/** The query of the same screen with some filters changed; what equals the default is left out. */
export function changed(filters: Filters, change: Partial<Filters>): string {
  const next = { ...filters, ...change }
  const params = new URLSearchParams()
  if (next.days === null) {
    params.set('from', next.from)
    params.set('to', next.to)
  } else if (next.days !== defaultDays) params.set('days', String(next.days))
  const intervalChosen = change.interval !== undefined || filters.interval !== fittingInterval(filters.from, filters.to)
  const rangeChanged = change.days !== undefined || change.from !== undefined
  if (intervalChosen && !(rangeChanged && change.interval === undefined)) params.set('interval', next.interval)
  if (next.compare !== 'previous') params.set('compare', next.compare ?? 'none')
  if (next.breakdown) params.set('breakdown', next.breakdown)
  if (next.sort !== 'n') params.set('sort', next.sort)
  narrowed(params, next.segments)
  if (next.tag) params.set('tag', next.tag)
  if (next.category) params.set('category', next.category)
  onlySome(params, next)
  if (!next.commented) params.set('comments', 'all')
  if (next.q) params.set('q', next.q)
  if (next.sentiment) params.set('sentiment', next.sentiment)
  if (next.disagrees) params.set('disagrees', '1')
  chosenIn(params, next)
  if (next.products !== 'sku') params.set('products', next.products)
  if (next.rank !== 'answers') params.set('rank', next.rank)
  if (next.talk !== 'score') params.set('talk', next.talk)
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** The filters as the report route takes them. */
export function reportQuery(filters: Filters, breakdown: string | null): string {
  const params = new URLSearchParams({ from: filters.from, to: filters.to, interval: filters.interval })
  if (filters.compare) params.set('compare', filters.compare)
  if (breakdown) params.set('breakdown', breakdown)
  if (filters.tag) params.set('tag', filters.tag)
  return narrowed(params, filters.segments).toString()
}

/** The filters as the routes of drivers and of orders take them. */
export function driversQuery({ from, to, segments }: Filters): string {
  return narrowed(new URLSearchParams({ from, to }), segments).toString()
}

/** The filters as the products' route takes them. */
export function productsQuery(filters: Filters): string {
  return `${driversQuery(filters)}&by=${filters.products}&sort=${filters.rank}&limit=10`
}

/** The filters as the route of phrases takes them. */
export function phrasesQuery(filters: Filters, against: Filters['talk']): string {
  const about = filters.tag ? `&${new URLSearchParams({ tag: filters.tag })}` : ''
  return `${driversQuery(filters)}&against=${against}${about}`
}

/** The filters as the route of a note's effect takes them: its days are its own. */
export function effectQuery({ segments }: Pick<Filters, 'segments'>): string {
  return narrowed(new URLSearchParams(), segments).toString()
}

/** The filters as the feed route takes them, of one survey or of all. */
export function feedQuery(filters: Filters, survey: string | undefined): string {
  const { from, to } = filters
  const params = new URLSearchParams({ ...(survey && { survey }), from, to, limit: '20' })
  if (filters.category) params.set('category', filters.category)
  onlySome(params, filters)
  if (filters.tag) params.set('tag', filters.tag)
  if (filters.sentiment) params.set('sentiment', filters.sentiment)
  if (filters.disagrees) params.set('disagrees', '1')
  chosenIn(params, filters)
  if (filters.q) params.set('q', filters.q)
  // What was looked for may stand in another text than the comment.
  else if (filters.commented) params.set('commented', '1')
  return narrowed(params, filters.segments).toString()
}

/** Scores, who they are of, and what was ordered, as the address and the feed route take it. */
function onlySome(params: URLSearchParams, filters: Filters): void {
  for (const name of ['score', 'scoreAtLeast', 'scoreAtMost', 'orderValueAtLeast', 'orderCurrency'] as const)
    if (filters[name] !== null) params.set(name, String(filters[name]))
  for (const name of ['unhappy', 'atRisk', 'contact'] as const) if (filters[name]) params.set(name, '1')
}

/** What was answered and bought, as the address and the feed route take it. */
function chosenIn(params: URLSearchParams, { answers, sku, productCategory }: Filters): void {
  for (const [question, answer] of Object.entries(answers)) params.set(`answer.${question}`, answer)
  if (sku) params.set('sku', sku)
  if (productCategory) params.set('productCategory', productCategory)
}

function narrowed(params: URLSearchParams, segments: Record<string, string>): URLSearchParams {
  for (const [dimension, value] of Object.entries(segments)) params.set(`segment.${dimension}`, value)
  return params
}
