import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Overview as Answer } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { CodeBox } from '../components/code-box.tsx'
import { Heading } from '../components/heading.tsx'
import { Journey } from '../components/journey.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Progress } from '../components/progress.tsx'
import { Tile } from '../components/tile.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { longDay } from '../models/days.ts'
import { changed, type Filters, readFilters } from '../models/filters.ts'
import { tagOf } from '../models/install/tag.ts'
import { useResource } from '../models/resource.ts'
import { may, site } from '../models/session.ts'
import { filterKeys, useShortcuts } from '../models/shortcuts.ts'

/** Every survey of the site with its score, how sure it is, and what changed. */
export function Overview() {
  const { url, route } = useLocation()
  const filters = readFilters(url.split('?')[1] ?? '', site.value?.timeZone ?? 'UTC')
  const { data, error, loading } = useResource<Answer>(`/api/v1/overview?from=${filters.from}&to=${filters.to}`)
  useEffect(() => {
    document.title = `${site.value?.name ?? 'Overview'} · Earshot`
  }, [])
  const change = (next: Partial<Filters>) => route(`/${changed(filters, next)}`)
  const { c: _, ...keys } = filterKeys(filters, change)
  useShortcuts(keys)
  return (
    <>
      <Progress busy={loading} />
      <header class="top">
        <Heading>{site.value?.name}</Heading>
        <div class="controls">
          <PeriodPicker filters={filters} change={change} />
        </div>
      </header>
      {error && (
        <p class="notice bad" role="alert">
          {error}
        </p>
      )}
      {!data && !error && <TileBones />}
      {data && data.tiles.length === 0 && <FirstSteps />}
      {data && data.tiles.length > 0 && (
        <>
          <p class="soft small num lede">
            {longDay(data.from)} to {longDay(data.to)}, each compared with the {filters.days ?? 'same number of'} days before.{' '}
            {data.tiles.length > 1 && <a href={`/compare${changed(filters, {})}`}>Compare or pool surveys</a>}
          </p>
          <div class={`tiles${loading ? ' stale' : ''}`} aria-busy={loading}>
            {data.tiles.map((tile) => (
              <Tile key={tile.survey.id} tile={tile} query={changed(filters, {})} />
            ))}
          </div>
          <Journey tiles={data.tiles} query={changed(filters, {})} />
          <Latest names={new Map(data.tiles.map(({ survey }) => [survey.id, survey.name]))} />
        </>
      )}
    </>
  )
}

/** The newest comments of all surveys. */
function Latest({ names }: { names: Map<string, string> }) {
  const { data } = useResource<Feed>('/api/v1/responses?commented=1&limit=6')
  if (!data || data.items.length === 0) return null
  return (
    <section class="feed latest" aria-labelledby="words">
      <h2 id="words" tabIndex={-1}>
        Lately, in their words
      </h2>
      <div>
        {data.items.map((item) => (
          <Verbatim key={item.id} item={item} about={names.get(item.survey)} />
        ))}
      </div>
    </section>
  )
}

/** What to do first, where there is nothing to show yet. */
function FirstSteps() {
  const current = site.value
  if (!current) return null
  return (
    <section class="empty">
      <h2>Two steps to the first answer</h2>
      <ol class="steps">
        <li>
          <p>Put this tag on your shop’s pages, once, before the end of the body.</p>
          <CodeBox label="Copy the tag" code={tagOf(current, location.origin)} />
          <p>
            <a href="/install">For Shopify, WordPress, Tag Manager and others, and whether it is there</a>
          </p>
        </li>
        <li>
          <p>Make a survey: one question, standard wording, a “why” after it.</p>
          {may('manager') ? (
            <a class="button primary" href="/surveys/new">
              New survey
            </a>
          ) : (
            <p class="soft">A manager or owner of this site can do that.</p>
          )}
        </li>
      </ol>
    </section>
  )
}

function TileBones() {
  return (
    <div class="tiles late" role="status" aria-label="Loading">
      {[0, 1, 2].map((i) => (
        <div key={i} class="tile">
          <div class="bone" style={{ height: '20px', width: '50%' }} />
          <div class="bone" style={{ height: '58px', width: '62%', marginTop: '36px' }} />
          <div class="bone" style={{ height: '12px', marginTop: '20px' }} />
          <div class="bone" style={{ height: '84px', marginTop: '28px' }} />
        </div>
      ))}
    </div>
  )
}
