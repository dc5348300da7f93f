import type { Appearance } from '../contract/appearance.ts'
import type { Metric } from '../contract/category.ts'
import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import type { Targeting } from '../contract/targeting.ts'
import type { Thanks } from '../contract/thanks.ts'
import english from '../locales/en.ts'
import type { StandardWording } from './locale.ts'

/** Points of a metric's scale where the site doesn't choose. */
export const defaultPoints: Record<Metric, number> = { nps: 11, csat: 5, ces: 7, none: 0 }

/** The scales each metric may have. */
export const allowedPoints: Record<Metric, readonly number[]> = { nps: [11], csat: [3, 5, 7], ces: [5, 7], none: [0] }

/** Etiquette of the field: patient, rare, and longer after a no. */
export const standardTargeting: Targeting = {
  include: [],
  exclude: [],
  event: '',
  eventWhere: [],
  triggers: [],
  conditions: [],
  starts: '',
  ends: '',
  sample: 100,
  caps: { day: 0, week: 0, month: 0, total: 0 },
  delaySeconds: 10,
  daysAfterAnswer: 90,
  daysAfterDismissal: 30,
  daysAfterSecondDismissal: 180,
  daysAcrossSurveys: 7,
}

export const standardAppearance: Appearance = {
  theme: 'auto',
  brand: '#2b7a78',
  corner: 'bottom-right',
  shape: 'popover',
  element: '',
  radius: 18,
  font: '',
}

export const standardLanguage: Pick<Definition, 'locale' | 'address' | 'translations'> = {
  locale: 'en',
  address: 'formal',
  translations: {},
}

/** The metric's standard wording with its follow-up, `product` being what is asked about. */
export function standardQuestions(
  metric: Metric,
  product: string,
  wording: Pick<StandardWording, Metric> = english.standard,
): Question[] {
  const followUp = { id: 'why', type: 'text', required: false } as const
  // By a function, since `$&` in a shop's name would mean something.
  const about = (text: string) => text.replace('{product}', () => product)
  if (metric === 'none') return [{ ...followUp, text: about(wording.none.text) }]
  const { text, low, high, why, ...textBy } = wording[metric]
  return [
    { id: 'score', type: 'metric', text: about(text), low, high },
    { ...followUp, text: why, textBy },
  ]
}

export const standardThanks: Thanks = english.standard.thanks
