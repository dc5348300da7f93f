import { useEffect, useState } from 'preact/hooks'
import type { Survey } from '../../../worker/contract/survey.ts'
import { call } from '../../models/api.ts'
import { findKept, keep } from '../../models/editor/kept.ts'
import { createSaver } from '../../models/editor/saver.ts'
import { noteRefusal, ofSite } from '../../models/session.ts'

function wait(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** The survey's saver, for as long as its editor is open; it saves before the page is left, and once the line is back. */
export function useSaver(survey: Survey) {
  const [saver] = useState(() =>
    createSaver(survey, {
      send: (patch) => call<Survey>('PATCH', ofSite(`/api/v1/surveys/${survey.id}`), patch),
      keep: (kept) => keep(survey.id, kept),
      found: findKept(survey.id),
      wait,
      refused: noteRefusal,
    }),
  )
  useEffect(() => {
    const flush = () => void saver.flush()
    const hidden = () => document.visibilityState === 'hidden' && flush()
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', hidden)
      void saver.flush().finally(saver.rest)
    }
  }, [])
  return saver
}
