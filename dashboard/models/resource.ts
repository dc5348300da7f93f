import { useCallback, useEffect, useState } from 'preact/hooks'
import { call, Refused } from './api.ts'
import { noteRefusal, ofSite } from './session.ts'

export interface Resource<T> {
  /** The newest answer; while the same thing is asked for otherwise (other days, other filters), the one before it. */
  data: T | undefined
  error: string | undefined
  /** What the API said of each part of the query it refused, by its name. */
  faults: Record<string, string>
  /** Of the refusal; 0 where nothing answered. */
  status: number | undefined
  /** Whether what stands there answers another question. What is asked again by `turn` alone stays true until its answer comes. */
  loading: boolean
  reload: () => void
}

interface Answer<T> {
  /** The thing it is about: its path at its site, without the query. */
  about: string
  /** What exactly was asked. */
  asked: string
  data?: T
  error?: string
  faults?: Record<string, string>
  status?: number
}

const noFaults = {}

type Read<T> = (path: string, signal: AbortSignal) => Promise<T>

const readJson = <T>(path: string, signal: AbortSignal) => call<T>('GET', path, undefined, signal)

/**
 * What a path of the API answers, asked again whenever the path or `turn` changes; a `turn` that fails leaves what was known.
 */
export function useResource<T>(path: string, turn: string | number = '', read: Read<T> = readJson): Resource<T> {
  const [answer, setAnswer] = useState<Answer<T>>()
  const [again, setAgain] = useState(0)
  const full = ofSite(path)
  const about = ofSite(path.split('?')[0] ?? '')
  const asked = `${full} ${again}`
  useEffect(() => {
    const abort = new AbortController()
    const take = (outcome: Pick<Answer<T>, 'data' | 'error' | 'faults' | 'status'>) => {
      if (abort.signal.aborted) return
      setAnswer((last) => (outcome.error && last?.asked === asked && last.data ? last : { about, asked, ...outcome }))
    }
    read(full, abort.signal).then(
      (data) => take({ data }),
      (error: Error) => {
        if (abort.signal.aborted) return
        noteRefusal(error)
        take({ error: error.message, faults: faultsOf(error), status: error instanceof Refused ? error.status : undefined })
      },
    )
    return () => abort.abort()
  }, [asked, turn])
  const reload = useCallback(() => setAgain((n) => n + 1), [])
  // One survey's numbers never stand under another's name, nor a site's under another site's.
  const known = answer?.about === about ? answer : undefined
  return {
    ...{ data: known?.data, error: known?.error, faults: known?.faults ?? noFaults },
    ...{ status: known?.status, loading: answer?.asked !== asked, reload },
  }
}

function faultsOf(error: Error): Record<string, string> {
  const errors = error instanceof Refused ? error.problem?.errors : undefined
  return Object.fromEntries((errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]))
}
