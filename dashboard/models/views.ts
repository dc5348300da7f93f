import type { Conditions } from '../../worker/contract/conditions.ts'
import type { View, Views } from '../../worker/contract/view.ts'
import { type Filters, unfiltered } from './filters.ts'
import { type Resource, useResource } from './resource.ts'

/** The filters of a screen as a view keeps them: none of its days, and of one survey where the screen is. */
export function conditionsOf(filters: Filters, survey: string | undefined): Conditions {
  const { segments, answers, tag, category, score, q, sentiment, disagrees, sku, productCategory } = filters
  return {
    ...(survey !== undefined && { survey }),
    ...(category !== null && { category: category as NonNullable<Conditions['category']> }),
    ...(score !== null && { score }),
    ...(tag && { tag }),
    ...(q && { q }),
    ...(sentiment && { sentiment }),
    ...(disagrees && { disagrees }),
    ...(sku && { sku }),
    ...(productCategory && { productCategory }),
    ...(Object.keys(segments).length > 0 && { segments }),
    ...(Object.keys(answers).length > 0 && { answers }),
  }
}

/** A view as filters of a screen; null where it asks for something that screens have no filter for. */
export function filtersOf({ survey: _, commented, ...conditions }: Conditions): Partial<Filters> | null {
  const { category, score, tag, q, sentiment, disagrees, sku, productCategory, segments, answers, ...beyond } = conditions
  if (Object.keys(beyond).length > 0) return null
  const asked = { category, score, tag, q, sentiment, disagrees, sku, productCategory, segments, answers }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  return { ...unfiltered, commented: commented ?? false, ...given }
}

/** What an address says of a view, and what of it a screen shows. */
export interface Viewed {
  list: Resource<Views>
  /** The one the address names. */
  view: View | undefined
  /** The screen's filters, which are the view's where there is one. */
  filters: Filters
  /** Why nothing is shown, in words; '' where all is well. */
  fault: string
  /** Nobody knows yet what the address names. */
  isUnknown: boolean
}

const names: Record<string, string> = { survey: 'a survey', tag: 'a tag', segments: 'a dimension', answers: 'a question' }

/** The view an address names by `?view=ID`: whoever changes a filter leaves it. */
export function useViewed(search: string, filters: Filters): Viewed {
  const list = useResource<Views>('/api/v1/views')
  const id = new URLSearchParams(search).get('view')
  const none = { list, view: undefined, filters, fault: '', isUnknown: false }
  if (!id) return none
  if (!list.data) return { ...none, isUnknown: !list.error, fault: list.error ?? '' }
  const view = list.data.views.find((one) => one.id === id)
  if (!view) return { ...none, fault: 'This view is no longer there, or it is somebody’s own.' }
  const own = filtersOf(view.conditions)
  return { list, view, filters: { ...filters, ...own }, fault: faultOf(view, own !== null), isUnknown: false }
}

function faultOf({ name, gone }: View, isShown: boolean): string {
  if (gone.length === 0)
    return isShown ? '' : `The view “${name}” asks for more than a screen filters by: programs and rules can use it.`
  const what = gone.map(({ pointer }) => {
    const [, kind = '', which] = pointer.split('/')
    return `${names[kind] ?? kind}${which ? ` (${which})` : ''}`
  })
  return `The view “${name}” asks for ${what.join(' and ')} that this site no longer has. It shows nothing until that is back, or the view is changed.`
}

/** Where a view is looked at: on its survey's page, or on the page of all responses. */
export const viewPath = ({ id, conditions }: Pick<View, 'id' | 'conditions'>, here: string | undefined) => {
  const survey = conditions.survey ?? here
  return survey ? `/surveys/${encodeURIComponent(survey)}?view=${id}` : `/?view=${id}`
}
