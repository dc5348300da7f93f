import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Heading } from '../components/heading.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Chips } from '../components/report-controls.tsx'
import { ViewsMenu } from '../components/views-menu.tsx'
import { Words } from '../components/words.tsx'
import { changed, type Filters, readFilters, unfiltered } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { partWords } from '../models/roles.ts'
import { site } from '../models/session.ts'
import { useViewed } from '../models/views.ts'

/** Responses of all surveys in their own words, and no numbers; for an agent with a part of the site those in it. */
export function Responses() {
  const { url, route } = useLocation()
  const search = url.split('?')[1] ?? ''
  const viewed = useViewed(search, readFilters(search, site.value?.timeZone ?? 'UTC'))
  const { filters, view } = viewed
  const part = site.value?.part ?? null
  const { data } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  const survey = data?.surveys.find(({ id }) => id === (view?.conditions.survey ?? new URLSearchParams(search).get('survey')))
  useEffect(() => {
    document.title = 'Responses · Earshot'
  }, [])
  const go = (next: Partial<Filters>, of = survey?.id) => {
    const params = new URLSearchParams(changed(filters, next))
    if (of) params.set('survey', of)
    route(`/responses${params.size > 0 ? `?${params}` : ''}`)
  }
  const change = (next: Partial<Filters>) => go(next)
  return (
    <>
      <header class="top">
        <div>
          <Heading>Responses</Heading>
          {part && (
            <p class="small soft">
              You see the responses of <bdi>{partWords(part)}</bdi>.
            </p>
          )}
        </div>
      </header>
      <div class="controls filters">
        <PeriodPicker filters={filters} change={change} />
        <label class="inline">
          <span class="hidden">Survey</span>
          <select value={survey?.id ?? ''} onChange={(event) => go({}, event.currentTarget.value)}>
            <option value="">all surveys</option>
            {data?.surveys.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Chips filters={filters} change={change} />
        <ViewsMenu viewed={viewed} filters={filters} survey={survey?.id} leave={() => go(unfiltered, undefined)} />
      </div>
      {viewed.fault ? (
        <p class="notice" role="status">
          {viewed.fault}
        </p>
      ) : (
        !viewed.isUnknown && <Words survey={survey} isScored filters={filters} turn={0} change={change} />
      )}
    </>
  )
}
