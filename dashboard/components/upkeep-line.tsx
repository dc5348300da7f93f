import type { Upkeep } from '../../worker/contract/upkeep.ts'
import { ago } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { counted } from '../models/wording.ts'

/** When the numbers were last proved, and whether the database fills up; nothing before there is either to say. */
export function UpkeepLine() {
  const { data } = useResource<Upkeep>('/api/v1/upkeep')
  const share = data?.databaseShare
  const { provedAt, repaired, repairedOfLate } = data?.recount ?? {}
  if (!provedAt && !share) return null
  return (
    <p class="block small soft">
      {share ? <span class="caution">The database is {share} % full. Whoever runs Earshot has been told. </span> : null}
      {provedAt && (
        <>
          Every count was last compared with the answers{' '}
          <time dateTime={provedAt} title={new Date(provedAt).toLocaleString()}>
            {ago(provedAt)}
          </time>
          : {repaired ? `${counted(repaired, 'count')} repaired` : 'all exact'}.
          {!repaired && repairedOfLate ? ` ${counted(repairedOfLate, 'count')} repaired in the nights before.` : ''}
        </>
      )}
    </p>
  )
}
