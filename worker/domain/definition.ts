import type { Question } from '../contract/question.ts'
import type { CreateSurvey, Definition, PatchSurvey } from '../contract/survey.ts'
import type { Targeting, TargetingEdit } from '../contract/targeting.ts'
import { branchFaults } from './faults/branches.ts'
import { endingFaults } from './faults/endings.ts'
import type { Fault } from './faults/fault.ts'
import { placeFaults } from './faults/places.ts'
import { questionFaults } from './faults/questions.ts'
import { scaleFaults } from './faults/scales.ts'
import { targetingFaults } from './faults/targeting.ts'
import { translationFaults } from './faults/translations.ts'
import type { StandardWording } from './locale.ts'
import { defaultPoints, standardAppearance, standardLanguage, standardQuestions, standardTargeting } from './standard.ts'
import { textsOf } from './texts.ts'

export type { Fault } from './faults/fault.ts'

/** A new survey's draft: what the request says, the metric's standard for the rest. */
export function draftOf(request: CreateSurvey, product: string, wording: StandardWording): Definition {
  const { metric, points, questions, thanks, targeting, appearance, locale, address, translations } = request
  return {
    metric,
    points: points ?? defaultPoints[metric],
    questions: questions ?? standardQuestions(metric, product, wording),
    thanks: thanks ?? wording.thanks,
    targeting: withTargeting({ ...standardTargeting, delaySeconds: standardDelay(targeting) }, targeting),
    appearance: { ...standardAppearance, ...appearance },
    locale: locale ?? standardLanguage.locale,
    address: address ?? standardLanguage.address,
    translations: translations ?? standardLanguage.translations,
  }
}

/** A draft with an edit applied. */
export function editedDraft(draft: Definition, patch: PatchSurvey): Definition {
  const edited = {
    ...draft,
    metric: patch.metric ?? draft.metric,
    // Another metric's scale would not fit.
    points: patch.points ?? (patch.metric && patch.metric !== draft.metric ? defaultPoints[patch.metric] : draft.points),
    questions: patch.questions ?? draft.questions,
    thanks: patch.thanks ?? draft.thanks,
    targeting: withTargeting(draft.targeting, patch.targeting),
    appearance: { ...draft.appearance, ...patch.appearance },
    locale: patch.locale ?? draft.locale,
    address: patch.address ?? draft.address,
  }
  return { ...edited, translations: patch.translations ?? translationsLeft(edited) }
}

function withTargeting(targeting: Targeting, edit: TargetingEdit = {}): Targeting {
  return { ...targeting, ...edit, caps: { ...targeting.caps, ...edit.caps } }
}

/** Ten seconds on a page, or whatever it waits for: then at once. */
function standardDelay({ event, triggers }: TargetingEdit = {}): number {
  return event || triggers?.length ? 0 : standardTargeting.delaySeconds
}

/** What an edit takes away needs no translation any more; whoever edits a question may not know that there is one. */
export function translationsLeft(edited: Pick<Definition, 'questions' | 'thanks' | 'translations'>): Definition['translations'] {
  const texts = textsOf(edited)
  return Object.fromEntries(
    Object.entries(edited.translations).map(([tag, translated]) => [
      tag,
      Object.fromEntries(Object.entries(translated).filter(([key]) => Object.hasOwn(texts, key))),
    ]),
  )
}

/** A definition as it was stored, perhaps by an earlier release: what that release didn't know takes the standard. */
export function thawed(json: string): Definition {
  const stored = JSON.parse(json) as Definition
  return {
    ...standardLanguage,
    ...stored,
    targeting: withTargeting(standardTargeting, stored.targeting),
    appearance: { ...standardAppearance, ...stored.appearance },
  }
}

/** What the fields can't say alone. */
export function definitionFaults(definition: Definition): Fault[] {
  const { shape, element } = definition.appearance
  return [
    ...scaleFaults(definition),
    ...questionFaults(definition),
    ...branchFaults(definition),
    ...endingFaults(definition),
    ...placeFaults(definition),
    ...translationFaults(definition),
    ...targetingFaults(definition.targeting),
    ...(shape === 'inline' && !element ? [{ pointer: '/appearance/element', detail: 'where on the page it stands' }] : []),
  ]
}

/** The question whose text is the response's verbatim: `why`, else the first that takes text. */
export function commentQuestion(questions: readonly Question[]): string | null {
  const texts = questions.filter((question) => question.type === 'text')
  return (texts.find((question) => question.id === 'why') ?? texts[0])?.id ?? null
}

/**
 * Whether a survey needs the second part of the widget's UI. The first knows the metric as numbers and one text box after
 * it, in a popover, with a plain thank-you: what most shops ask.
 */
export function needsMore(definition: Definition): boolean {
  const { questions, thanks, appearance } = definition
  const { link, coupon, redirect, review, by } = thanks
  const [first, ...rest] = questions
  const fewAndInOrder = questions.length <= 2 && rest.every(({ type }) => type === 'text' && first?.type === 'metric')
  const plain = questions.every((question) => {
    if (question.branches?.length) return false
    if (question.type === 'metric') return (question.style ?? 'numbers') === 'numbers'
    return question.type === 'text' && !question.short && !question.required
  })
  return (
    !fewAndInOrder ||
    !plain ||
    appearance.shape !== 'popover' ||
    !!(link || coupon || redirect || review || by) ||
    Object.values(textsOf(definition)).some((text) => text.includes('{{'))
  )
}
