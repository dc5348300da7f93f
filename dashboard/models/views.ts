import type { View, Views } from '../../worker/contract/view.ts'
import type { Filters } from './filters.ts'
import { type Resource, useResource } from './resource.ts'
import { filtersOf } from './view-filters.ts'

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
  return { list, view, filters: { ...filters, ...filtersOf(view.conditions) }, fault: faultOf(view), isUnknown: false }
}

function faultOf({ name, gone }: View): string {
  if (gone.length === 0) return ''
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
