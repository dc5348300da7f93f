import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Me } from '../../worker/contract/people.ts'
import { Door } from '../components/door.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { longDay } from '../models/days.ts'
import { chooseSite, loadMe, may, me, ofSite, signOut } from '../models/session.ts'

/** All that is left of a deleted site as long as it can be brought back. */
export function DeletedSite({ site }: { site: Me['sites'][number] }) {
  useEffect(() => {
    document.title = 'Deleted · Earshot'
  }, [])
  const { route } = useLocation()
  const { busy, error, run } = useAction()
  const restore = () =>
    run(async () => {
      await call('POST', ofSite(`/api/v1/sites/${site.id}/restore`))
      await loadMe()
    })
  function open(id: string) {
    chooseSite(id)
    route(`/?site=${id}`)
  }
  const others = typeof me.value === 'string' ? [] : me.value.sites.filter(({ restorableUntil }) => !restorableUntil)
  return (
    <Door title={`${site.name} is deleted`}>
      <p class="soft">
        Its surveys are closed. All that belongs to it is kept until {longDay((site.restorableUntil ?? '').slice(0, 10))}, and
        erased for good after that.{' '}
        {may('owner') ? 'Until then you can bring it back as it was.' : 'Until then an owner can bring it back.'}
      </p>
      <Refusal error={error} />
      {may('owner') && (
        <p class="beneath">
          <button type="button" class="primary wide" disabled={busy} onClick={restore}>
            Bring it back
          </button>
        </p>
      )}
      <p class="beneath row">
        {others.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => open(id)}>
            Go to {name}
          </button>
        ))}
        <button type="button" class="link" disabled={busy} onClick={() => run(signOut)}>
          Sign out
        </button>
      </p>
    </Door>
  )
}
