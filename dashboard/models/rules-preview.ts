import { useEffect, useState } from 'preact/hooks'
import type { PreviewRules, RulesPreview } from '../../worker/contract/tags.ts'
import { call } from './api.ts'
import { noteRefusal, ofSite } from './session.ts'

interface State {
  asked: string
  data?: RulesPreview
  error?: string
}

/** Typing rests so long before it is tried. */
const restMs = 350

/** What rules would do, tried again once they rest; meanwhile what those before did. Nothing where there are none. */
export function useRulesPreview(wanted: PreviewRules) {
  const [state, setState] = useState<State>({ asked: '' })
  const asked = wanted.rules.length > 0 ? JSON.stringify(wanted) : ''
  useEffect(() => {
    if (!asked) return
    const abort = new AbortController()
    const put = (next: Omit<State, 'asked'>) => !abort.signal.aborted && setState({ asked, ...next })
    const timer = setTimeout(async () => {
      try {
        put({ data: await call<RulesPreview>('POST', ofSite('/api/v1/tags/preview'), wanted, abort.signal) })
      } catch (error) {
        if (abort.signal.aborted) return
        noteRefusal(error)
        put({ error: error instanceof Error ? error.message : 'That didn’t work.' })
      }
    }, restMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])
  const { data, error } = asked ? state : {}
  return { data, error, busy: asked !== '' && state.asked !== asked }
}
