import { useState } from 'preact/hooks'
import type { Survey } from '../../worker/contract/survey.ts'
import { call } from '../models/api.ts'
import { may, ofSite } from '../models/session.ts'
import { ConfirmButton } from './confirm-button.tsx'

/** Whether shoppers see the survey, and the action that changes it. */
export function SurveyState({ survey, changed }: { survey: Survey; changed: () => void }) {
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  async function act(action: 'publish' | 'pause' | 'close') {
    setBusy(true)
    setError('')
    try {
      await call('POST', ofSite(`/api/v1/surveys/${survey.id}/${action}`))
      changed()
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : 'That didn’t work.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="row">
      {error && (
        <span class="small danger" role="alert">
          {error}
        </span>
      )}
      <span class={`badge ${survey.state}`}>
        {survey.state}
        {survey.version > 0 && ` · version ${survey.version}`}
      </span>
      {may('manager') && survey.state === 'live' && (
        <button type="button" disabled={busy} onClick={() => act('pause')}>
          Pause
        </button>
      )}
      {may('manager') && (survey.state === 'draft' || survey.state === 'paused') && (
        <button type="button" class="primary" disabled={busy} onClick={() => act('publish')}>
          {survey.state === 'draft' ? 'Publish' : 'Resume'}
        </button>
      )}
      {may('manager') && survey.state !== 'closed' && (
        <ConfirmButton verb="Close" what={survey.name} disabled={busy} act={() => act('close')} />
      )}
    </div>
  )
}
