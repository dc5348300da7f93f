import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useAction } from './action.ts'
import { call } from './api.ts'
import { useResource } from './resource.ts'
import { ofSite } from './session.ts'

/**
 * One of the things a site has a list of, on a page of its own: read by `path`, changed and deleted there; `list` is the page of all of
 * them, `title` what that is called.
 */
export function useManaged<Item extends { name: string }>(path: string, { list, title }: { list: string; title: string }) {
  const { route } = useLocation()
  const { data, error: unread, reload } = useResource<Item>(path)
  /** What came of the last press. */
  const [said, setSaid] = useState('')
  const { busy, error, run } = useAction()
  useEffect(() => {
    if (data) document.title = `${data.name} · ${title} · Earshot`
  }, [data])
  const act = (work: () => Promise<string>) => () => {
    setSaid('')
    void run(async () => setSaid(await work()))
  }
  const change = async (wanted: object) => {
    await call('PATCH', ofSite(path), wanted)
    setSaid('')
    reload()
  }
  return {
    ...{ data, unread, said, busy, error, change },
    /** Does something and shows the words it answers. */
    act,
    turn: (active: boolean) => () => void run(() => change({ active })),
    remove: () =>
      void run(async () => {
        await call('DELETE', ofSite(path))
        route(list)
      }),
  }
}
