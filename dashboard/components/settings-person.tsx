import { useState } from 'preact/hooks'
import type { Erased, RespondentExport } from '../../worker/contract/respondent.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ofSite } from '../models/session.ts'
import { counted } from '../models/wording.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

const pathOf = (who: string) => `/api/v1/respondents/${encodeURIComponent(who)}`

/** Hands over or erases what is kept of one person, when they ask for it. */
export function PersonSettings() {
  const [found, setFound] = useState<RespondentExport | null>(null)
  const [erased, setErased] = useState('')
  const { busy, error, run, sends } = useAction()
  const look = sends(async ({ who = '' }) => {
    setErased('')
    setFound(null)
    setFound(await call<RespondentExport>('GET', ofSite(`${pathOf(who)}/export`)))
  })
  const erase = (who: string) =>
    run(async () => {
      const { responses } = await call<Erased>('DELETE', ofSite(pathOf(who)))
      setFound(null)
      setErased(`${counted(responses, 'response')} of ${who} erased, with all that went with it.`)
    })
  return (
    <section class="block person" aria-labelledby="person">
      <h2 id="person">What is kept of one person</h2>
      <p class="soft">
        For somebody who asks to have it, or to have it erased: by the id your shop knows them by, an e-mail address they left or
        typed, or the key of one submission.
      </p>
      <form onSubmit={look}>
        <div class="field">
          <label for="person-who">Customer’s id, e-mail address or submission</label>
          <div class="beside">
            <input id="person-who" name="who" required maxLength={256} autocomplete="off" spellcheck={false} />
            <button type="submit" disabled={busy}>
              Look
            </button>
          </div>
        </div>
      </form>
      <Refusal error={error} />
      <p role="status">{erased || (found && keptWords(found))}</p>
      {found && !isNothing(found) && (
        <p class="row">
          <button type="button" onClick={() => download(found)}>
            Download
          </button>
          <ConfirmButton verb="Erase" what={found.respondent} disabled={busy} act={() => void erase(found.respondent)} />
        </p>
      )}
    </section>
  )
}

const isNothing = ({ responses, asked, links }: RespondentExport) => responses.length + asked.length + links.length === 0

/** "2 responses, 1 link; asked by 1 survey." */
function keptWords(found: RespondentExport): string {
  if (isNothing(found)) return `Nothing is kept of ${found.respondent}.`
  const { responses, links, asked } = found
  const kept = [counted(responses.length, 'response'), ...(links.length > 0 ? [counted(links.length, 'personal link')] : [])]
  return `${kept.join(', ')}${asked.length > 0 ? `; and when ${counted(asked.length, 'survey')} asked them` : ''}.`
}

function download(found: RespondentExport) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' }))
  link.download = 'person.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
