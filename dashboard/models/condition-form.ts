import type { Conditions } from '../../worker/contract/conditions.ts'

/** Undefined takes a condition away. */
export type ConditionChange = { [Name in keyof Conditions]?: Conditions[Name] | undefined }

/** The conditions once some of them are changed; what is taken away is no longer named. */
export function changedConditions(conditions: Conditions, change: ConditionChange): Conditions {
  const next = Object.entries({ ...conditions, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(next) as Conditions
}

export interface OtherCondition {
  text: string
  /** All conditions but this one. */
  without: Conditions
}

/** The conditions that forms have no field for, each in words: reports and programs set them. */
export function otherConditions(conditions: Conditions): OtherCondition[] {
  const { category, score, sku, productCategory } = conditions
  const one = (text: string, name: keyof Conditions) => ({ text, without: changedConditions(conditions, { [name]: undefined }) })
  return [
    ...(category === undefined ? [] : [one(category, 'category')]),
    ...(score === undefined ? [] : [one(`score ${score}`, 'score')]),
    ...(sku === undefined ? [] : [one(`bought ${sku}`, 'sku')]),
    ...(productCategory === undefined ? [] : [one(`bought ${productCategory}`, 'productCategory')]),
    ...chosenIn(conditions, 'segments', ([dimension, value]) => `${dimension}: ${value}`),
    ...chosenIn(conditions, 'answers', ([question, answer]) => `answered ${question}: ${answer}`),
  ]
}

function chosenIn(
  conditions: Conditions,
  name: 'segments' | 'answers',
  words: (entry: [string, string]) => string,
): OtherCondition[] {
  const entries = Object.entries(conditions[name] ?? {})
  return entries.map((entry) => {
    const left = entries.filter(([key]) => key !== entry[0])
    const change = { [name]: left.length > 0 ? Object.fromEntries(left) : undefined }
    return { text: words(entry), without: changedConditions(conditions, change) }
  })
}
