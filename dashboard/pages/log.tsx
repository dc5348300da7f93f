import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Audit } from '../../worker/contract/audit.ts'
import type { Member } from '../../worker/contract/people.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { Heading } from '../components/heading.tsx'
import { LogLine } from '../components/log-line.tsx'
import { More } from '../components/more.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { call } from '../models/api.ts'
import { useFurther } from '../models/further.ts'
import { useResource } from '../models/resource.ts'
import { ofSite, site } from '../models/session.ts'

const narrowings = ['actor', 'object'] as const

/** Who changed what on the site, the last first. */
export function Log() {
  const { url, path, route } = useLocation()
  const asked = new URLSearchParams(url.split('?')[1] ?? '')
  const narrowed = new URLSearchParams(narrowings.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? '']] : [])))
  const list = `/api/v1/audit?${narrowed}`
  const { data, error, loading } = useResource<Audit>(list)
  const { data: surveys } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  const { data: team } = useResource<{ members: Member[] }>('/api/v1/members')
  const further = useFurther(`${ofSite(list)} ${data?.next}`, data?.next ?? null, (cursor) =>
    call<Audit>('GET', ofSite(`${list}&cursor=${cursor}`)),
  )
  useEffect(() => {
    document.title = 'Who changed what · Earshot'
  }, [])
  const narrow = (to: Record<string, string | undefined>) => {
    const next = Object.entries({ ...Object.fromEntries(narrowed), ...to }).filter(
      (entry): entry is [string, string] => !!entry[1],
    )
    const query = new URLSearchParams(next).toString()
    route(path + (query && `?${query}`))
  }
  const lines = [...(data?.items ?? []), ...further.items]
  // Who has left is still called what they were called when they did something.
  const known = [
    ...lines.map(({ actor }) => actor),
    ...(surveys?.surveys ?? []),
    ...(team?.members ?? []),
    ...(site.value ? [site.value] : []),
  ]
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return (
    <>
      <Progress busy={loading} />
      <header class="top">
        <Heading>Who changed what</Heading>
        <a href="/settings/team">Team</a>
      </header>
      {narrowed.size > 0 && (
        <p class="controls filters">
          {narrowings.map((name) => {
            const id = narrowed.get(name)
            return (
              id && (
                <button key={name} type="button" class="chip" onClick={() => narrow({ [name]: undefined })}>
                  {name === 'actor' ? 'by' : 'about'} {names.get(id) ?? id} <span aria-hidden="true">×</span>
                  <span class="hidden">, take back</span>
                </button>
              )
            )
          })}
        </p>
      )}
      <Refusal error={error} />
      {data && lines.length === 0 && <p class="soft">Nothing has been changed yet.</p>}
      <ol class="log" aria-busy={loading}>
        {lines.map((line) => (
          <LogLine key={line.id} {...{ line, names, narrow }} />
        ))}
      </ol>
      <More {...further} />
    </>
  )
}
