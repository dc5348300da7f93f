import { useEffect, useState } from 'preact/hooks'
import { call } from './api.ts'
import { noteRefusal, ofSite } from './session.ts'
import { type Sight, watch } from './watch.ts'

export interface Live {
  /** Grows with every change of the survey's responses: what is asked for by it is asked for again. */
  turn: number
  /** Whether the server answers: else what stands there may be old. */
  isHeard: boolean
}

const sight: Sight = {
  isVisible: () => document.visibilityState === 'visible',
  listen: (changed) => {
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  },
}

/** Follows a survey's responses while its screen is seen. */
export function useLive(survey: string): Live {
  const [turn, setTurn] = useState(0)
  const [isHeard, setHeard] = useState(true)
  const path = ofSite(`/api/v1/surveys/${encodeURIComponent(survey)}/pulse`)
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        return (await call<{ pulse: string }>('GET', path, undefined, abort.signal)).pulse
      } catch (error) {
        if (!abort.signal.aborted) noteRefusal(error)
        throw error
      }
    }
    const end = watch({ ask, changed: () => setTurn((n) => n + 1), heard: setHeard, sight })
    return () => {
      end()
      abort.abort()
    }
  }, [path])
  return { turn, isHeard }
}
