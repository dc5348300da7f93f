import { useCallback, useEffect, useState } from 'preact/hooks'
import { call } from './api.ts'
import { noteRefusal, ofSite } from './session.ts'

export interface Resource<T> {
  /** The newest answer; kept on screen while the next one is on its way. */
  data: T | undefined
  error: string | undefined
  loading: boolean
  reload: () => void
}

/** What a path of the API answers, asked again whenever the path changes. */
export function useResource<T>(path: string): Resource<T> {
  const [state, setState] = useState<{ data?: T; error?: string; loading: boolean }>({ loading: true })
  const [turn, setTurn] = useState(0)
  const full = ofSite(path)
  // `turn` grows to ask again.
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ ...before, loading: true }))
    call<T>('GET', full, undefined, abort.signal).then(
      (data) => setState({ data, loading: false }),
      (error: Error) => {
        if (abort.signal.aborted) return
        noteRefusal(error)
        setState({ error: error.message, loading: false })
      },
    )
    return () => abort.abort()
  }, [full, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  return { data: state.data, error: state.error, loading: state.loading, reload }
}
