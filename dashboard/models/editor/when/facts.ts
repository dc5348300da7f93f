import type { Comparison, Condition } from '../../../../worker/contract/targeting.ts'
import type { How } from './comparisons.ts'
import { type Codec, codecs, plain } from './values.ts'

/** What is known of a visitor: how a condition on it begins, and how one is filled in. */
export interface Fact {
  name: string
  /** Few enough to be ticked. */
  ticks?: readonly { id: string; text: string }[]
  codec: Codec
  ways: readonly How[]
  begins: Comparison
  /** What it is, for who never heard of it. */
  hint?: string
}

const listed: readonly How[] = ['is', 'not']
const typed: readonly How[] = ['is', 'not', 'contains', 'known', 'missing']
const anything: readonly How[] = [...typed, 'range']

const devices = [
  { id: 'mobile', text: 'phone' },
  { id: 'tablet', text: 'tablet' },
  { id: 'desktop', text: 'desktop' },
]
const visits = [
  { id: 'new', text: 'new, since less than a day' },
  { id: 'returning', text: 'returning' },
]
const campaign = (name: string): Fact => ({
  ...{ name: `Campaign: ${name}`, codec: plain, ways: typed, begins: { is: [] } },
  hint: `What stands behind utm_${name} in the link that led here.`,
})

const builtIn: Record<string, Fact> = {
  device: { name: 'Device', ticks: devices, codec: plain, ways: listed, begins: { is: ['mobile'] } },
  country: { name: 'Country', codec: codecs.country, ways: listed, begins: { is: [] } },
  language: {
    name: 'Language',
    codec: codecs.language,
    ways: listed,
    begins: { is: [] },
    hint: 'Of the page, or of the browser.',
  },
  locale: {
    ...{ name: 'Language and region', codec: plain, ways: ['is', 'not', 'contains'], begins: { is: [] } },
    hint: 'As the page or the browser says it: de-AT, en-GB.',
  },
  visit: { name: 'New or returning', ticks: visits, codec: plain, ways: ['is'], begins: { is: ['new'] } },
  referrer: {
    ...{ name: 'Came from', codec: plain, ways: typed, begins: { contains: [] } },
    hint: 'The site whose link led here, such as www.google.com; not known of those who typed the address.',
  },
  utm_source: campaign('source'),
  utm_medium: campaign('medium'),
  utm_campaign: campaign('campaign'),
  utm_term: campaign('term'),
  utm_content: campaign('content'),
}

/** Any condition can be read, also on something this release has no name for. */
export function factOf(on: string): Fact {
  if (on.startsWith('trait.'))
    return {
      ...{ name: `Trait ${on.slice('trait.'.length)}`.trim(), codec: plain, ways: anything, begins: { is: [] } },
      hint: 'As your page sets it: earshot(\'set\', {traits: {tier: "gold"}}).',
    }
  if (on.startsWith('segment.')) {
    const dimension = on.slice('segment.'.length)
    return { ...(builtIn[dimension] ?? { codec: plain, ways: anything, begins: { is: [] } }), name: `Segment ${dimension}` }
  }
  return builtIn[on] ?? { name: on, codec: plain, ways: anything, begins: { is: [] } }
}

/** What one may ask about, the site's own dimensions last. */
export function factsToAsk(dimensions: readonly string[]): string[] {
  const own = dimensions.filter((name) => !(name in builtIn) && name !== 'source' && name !== 'location')
  return [...Object.keys(builtIn), 'trait.', ...own.map((name) => `segment.${name}`)]
}

/** "Trait" where its name is still to be said. */
export const nameOf = (on: string) => factOf(on).name

export const beginningWith = (on: string): Condition => ({ on, ...factOf(on).begins })
