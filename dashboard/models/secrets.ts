import { useState } from 'preact/hooks'
import { useAction } from './action.ts'
import { call } from './api.ts'
import { useResource } from './resource.ts'
import { ofSite } from './session.ts'

/** Links and keys whose secret is shown only as they are made: those there are, the one just made, making another and taking one back. */
export function useSecrets<List, Made extends { id: string }>(path: string) {
  const { data, error: unread, reload } = useResource<List>(path)
  const [made, setMade] = useState<Made | null>(null)
  const { run, ...action } = useAction()
  return {
    ...{ data, unread, made, ...action },
    /** Within a form's sending. */
    async make(wanted: object): Promise<Made> {
      const one = await call<Made>('POST', ofSite(path), wanted)
      setMade(one)
      reload()
      return one
    },
    takeBack: (id: string) =>
      void run(async () => {
        await call('DELETE', ofSite(`${path}/${encodeURIComponent(id)}`))
        setMade((last) => (last?.id === id ? null : last))
        reload()
      }),
  }
}
