import type { Appearance } from '../contract/appearance.ts'
import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import {
  baseWords,
  moreWords,
  type SurveyContent,
  type WidgetAppearance,
  type WidgetQuestion,
  type WidgetWords,
} from '../contract/widget.ts'
import { categoriesOf, scaleOf, scoresOf } from './category.ts'
import { edgeOn, textOn } from './colour.ts'
import { needsMore } from './definition.ts'
import { directionOf } from './languages.ts'
import type { Words } from './locale.ts'
import { standardAppearance } from './standard.ts'

/** Everything a display of a survey is made of, in one language. */
interface Shown {
  survey: { id: string; version: number; touchpoint: string }
  /** In the words of `locale` already. */
  definition: Definition
  locale: string
  words: Words
  site: { name: string; settings: { privacyUrl: string } }
}

/** A survey as the widget gets it. What says nothing is left out: every byte waits before a shopper's eyes. */
export function contentOf({ survey, definition, locale, words, site }: Shown): SurveyContent {
  const { metric, points, questions, thanks, appearance } = definition
  return {
    survey: survey.id,
    version: survey.version,
    locale,
    dir: directionOf(locale),
    touchpoint: survey.touchpoint,
    categories: categoriesOf(metric).map((category) => [category, Math.min(...scoresOf(metric, points, category))]),
    questions: questions.map((question) => widgetQuestion(question, scaleOf(metric, points) ?? [0, 0])),
    thanks,
    // By a function, since `$&` in a shop's name would mean something.
    asks: words.asks.replace('{site}', () => site.name),
    privacy: site.settings.privacyUrl || undefined,
    words: wordsFor(definition, words),
    appearance: widgetAppearance(appearance),
  }
}

function widgetQuestion(question: Question, [from, to]: [number, number]): WidgetQuestion {
  const branches = question.branches?.length ? question.branches : undefined
  if (question.type === 'metric') return { ...question, branches, style: drawn(question.style), from, to }
  if (question.type === 'statement') return { ...question, branches, body: question.body || undefined }
  const { required, ...asked } = question
  const lean = { branches, ...(!required && { optional: true as const }) }
  if (asked.type === 'rating') {
    const { points, ...rest } = asked
    return { ...rest, ...lean, style: drawn(rest.style), from: 1, to: points }
  }
  if (asked.type === 'text') return { ...asked, ...lean, short: asked.short || undefined }
  return { ...asked, ...lean }
}

function drawn<S extends string>(style: S | undefined): S | undefined {
  return style === 'numbers' ? undefined : style
}

function wordsFor(definition: Definition, words: Words): WidgetWords {
  return { ...picked(words, baseWords), ...(needsMore(definition) && picked(words, moreWords)) }
}

function picked<K extends keyof Words>(words: Words, keys: readonly K[]): Record<K, string> {
  const chosen: Partial<Record<K, string>> = {}
  for (const key of keys) chosen[key] = words[key]
  return chosen as Record<K, string>
}

function widgetAppearance({ theme, corner, brand, shape, element, radius, font }: Appearance): WidgetAppearance {
  return {
    theme,
    corner,
    shape,
    element: shape === 'inline' ? element : undefined,
    tokens: {
      '--brand': brand,
      '--on-brand': textOn(brand),
      '--edge-light': edgeOn('light', brand),
      '--edge-dark': edgeOn('dark', brand),
      ...(radius !== standardAppearance.radius && { '--radius': `${radius}px` }),
      ...(font && { '--font': font }),
    },
  }
}
