import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Heading } from '../components/heading.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Chips } from '../components/report-controls.tsx'
import { Words } from '../components/words.tsx'
import { changed, type Filters, readFilters } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { partWords } from '../models/roles.ts'
import { site } from '../models/session.ts'

/** What an agent with a part of the site works on: its responses in their own words, and no numbers. */
export function Inbox() {
  const { url, route } = useLocation()
  const search = url.split('?')[1] ?? ''
  const filters = readFilters(search, site.value?.timeZone ?? 'UTC')
  const { data } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  const survey = data?.surveys.find(({ id }) => id === new URLSearchParams(search).get('survey'))
  useEffect(() => {
    document.title = 'Inbox · Earshot'
  }, [])
  const go = (next: Partial<Filters>, of = survey?.id) => {
    const query = changed(filters, next)
    route(`/${query}${of ? `${query ? '&' : '?'}survey=${of}` : ''}`)
  }
  const change = (next: Partial<Filters>) => go(next)
  return (
    <>
      <header class="top">
        <div>
          <Heading>Inbox</Heading>
          <p class="small soft">
            You see the responses of <bdi>{partWords(site.value?.part ?? null)}</bdi>.
          </p>
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
      </div>
      <Words survey={survey} isScored filters={filters} turn={0} change={change} />
    </>
  )
}
