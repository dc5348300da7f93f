import type { CreatedShare, Share } from '../../worker/contract/share.ts'
import { endOfDay, localDay, longDay } from '../models/days.ts'
import { useSecrets } from '../models/secrets.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

/** The links of a survey, and a form for another; a new one is shown this once. */
export function ShareLinks({ survey }: { survey: string }) {
  const path = `/api/v1/surveys/${encodeURIComponent(survey)}/shares`
  const { data, unread, made, busy, error, sends, make, takeBack } = useSecrets<{ shares: Share[] }, CreatedShare>(path)
  const create = sends(async ({ name, until }) => {
    await make({ name, expiresAt: until ? endOfDay(until) : null })
  })
  return (
    <>
      {made && (
        <div class="notice" role="status">
          <p>{made.name ? `The link “${made.name}”` : 'The link'}, shown only now:</p>
          <CodeBox label="Copy the link" code={made.url} />
        </div>
      )}
      {/* A new link gives a new form, empty again. */}
      <form class="form grid" key={made?.id} onSubmit={create}>
        <div class="field">
          <label for="share-name">Name, if you like</label>
          <input id="share-name" name="name" maxLength={120} placeholder="Board, November" />
        </div>
        <div class="field">
          <label for="share-until">Works until, if ever</label>
          <input id="share-until" name="until" type="date" min={localDay(new Date().toISOString())} />
        </div>
        <button type="submit" class="primary" disabled={busy}>
          Make a link
        </button>
      </form>
      <Refusal error={unread ?? error} />
      {data && data.shares.length > 0 && (
        <ul class="list" aria-label="Links">
          {data.shares.map((share) => (
            <li key={share.id}>
              <span>
                {share.name || 'Link without a name'}
                <br />
                <span class="soft small">{termsOf(share)}</span>
              </span>
              <ConfirmButton
                verb="Revoke"
                what={share.name || `the link of ${day(share.createdAt)}`}
                disabled={busy}
                act={() => takeBack(share.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const day = (iso: string) => longDay(localDay(iso))

function termsOf({ author, createdAt, expiresAt }: Share): string {
  const made = `since ${day(createdAt)}${author ? `, by ${author}` : ''}`
  if (expiresAt === null) return made
  return `${made}, ${Date.parse(expiresAt) > Date.now() ? 'until' : 'expired'} ${day(expiresAt)}`
}
