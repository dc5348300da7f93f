import type { CurrencyValue, Spent } from '../../worker/contract/value.ts'
import { type Meaning, type Scope, scoreMeaning } from './meaning.ts'
import { money, number, partNames, percent, rangeText, score as scoreText } from './wording.ts'

const ratio = 'The 95 % interval is that of a ratio of two sums.'
const once = 'Of several answers to one order the last counts.'

/** The score in which each order speaks as loud as it is dear. */
export function weightedMeaning({ metric, scale }: Scope, { score, value, currency }: CurrencyValue): Meaning {
  const parts = {
    nps: '100 × (value of promoters’ orders − value of detractors’) ÷ value of all',
    csat: '100 × value of the satisfied’s orders ÷ value of all',
    ces: `the sum of value × score ÷ value of all, on ${scale?.[0]} to ${scale?.[1]}`,
    none: '',
  }
  return {
    formula: `By value = ${parts[metric]}.`,
    numbers:
      score === null ? 'All orders together are worth nothing.' : `${scoreText(metric, score)} of ${money(currency, value)}`,
    note: `${ratio} ${once}`,
  }
}

/** How sure the score by value is. */
export function weightedIntervalMeaning({ metric, scale }: Scope, { n, score, interval }: CurrencyValue): Meaning {
  const numbers =
    score === null || interval === null
      ? `${number(n)} ${n === 1 ? 'order' : 'orders'}: too few for an interval.`
      : `${number(n)} orders: ${scoreText(metric, score)}, from ${rangeText(metric, scale, interval)}`
  return { formula: ratioFormula, numbers, note: `${priors[metric]} Drawn no farther than the scale goes.`.trim() }
}

/** How sure a share of the value is. */
export function spentIntervalMeaning({ share, interval }: Spent): Meaning {
  return {
    formula: ratioFormula.replaceAll('score', 'share'),
    numbers:
      share === null || interval === null
        ? 'None.'
        : `${percent(share)}, from ${percent(interval[0])} to ${percent(interval[1])}`,
    note: priors.csat,
  }
}

const ratioFormula =
  '95 % interval = score ± t × √(sum of value² × (what the order adds to the score − score)²) ÷ value of all, t being Student’s quantile for as many orders as weigh.'
const priors: Record<Scope['metric'], string> = {
  nps: 'First 0.75 promoters, 1.5 passives and 0.75 detractors are added, with orders of the usual size.',
  csat: 'First two orders of the usual size are added on each side.',
  ces: '',
  none: '',
}

/** The plain score of the same orders. */
export function unweightedMeaning(scope: Scope, { unweighted }: CurrencyValue): Meaning {
  const meaning = scoreMeaning(scope, unweighted)
  return { ...meaning, note: `Of the same orders, each with one voice. ${meaning.note ?? ''}` }
}

/** What the orders of one currency come to. */
export function valueMeaning({ n, value, currency }: CurrencyValue): Meaning {
  return {
    formula: 'Value = the sum of the orders’ values, in the currency they were paid in.',
    numbers: `${money(currency, value)} in ${number(n)} ${n === 1 ? 'order' : 'orders'}.`,
    note: once,
  }
}

/** How many orders there are. */
export function ordersMeaning({ n, responses }: CurrencyValue): Meaning {
  return {
    formula: 'Orders = different orders with a value whose shoppers gave a score.',
    numbers: `${number(n)}, named by ${number(responses)} ${responses === 1 ? 'response' : 'responses'}.`,
    note: once,
  }
}

/** What one category of shoppers spent. */
export function spentMeaning({ category, n, value, share }: Spent, all: CurrencyValue): Meaning {
  const { currency } = all
  return {
    formula: `Share of ${partNames[category]} = value of their orders ÷ value of all.`,
    numbers: `${money(currency, value)} (${number(n)} ${n === 1 ? 'order' : 'orders'}) ÷ ${money(currency, all.value)} = ${share === null ? 'nothing to divide by' : percent(share)}`,
    note: ratio,
  }
}
