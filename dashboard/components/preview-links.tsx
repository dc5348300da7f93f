import type { CreatedPreview, Preview } from '../../worker/contract/preview.ts'
import { addressesOf } from '../models/origins.ts'
import { useSecrets } from '../models/secrets.ts'
import { site } from '../models/session.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  survey: string
  /** Where an edit may be on its way still: resolves once it is saved. */
  saved?: () => Promise<void>
}

/** Links under which the shop's own pages show the draft: a form for another, which it opens, and those that work. */
export function PreviewLinks({ survey, saved }: Props) {
  const path = `/api/v1/surveys/${encodeURIComponent(survey)}/previews`
  const { data, unread, made, busy, error, sends, make, takeBack } = useSecrets<{ previews: Preview[] }, CreatedPreview>(path)
  const origins = site.value?.origins ?? []
  const addresses = addressesOf(origins)
  const create = sends(async ({ url, hours }) => {
    await saved?.()
    const link = await make({ url, hours: Number(hours) })
    // A browser that opens nothing by itself shows the link all the same.
    open(link.url, '_blank', 'noopener')
  })
  return (
    <>
      {made && (
        <div class="notice" role="status">
          <p>
            The link, shown only now; it works until {moment(made.expiresAt)}.{' '}
            <a href={made.url} target="_blank" rel="noreferrer">
              Open the page
            </a>
          </p>
          <CodeBox label="Copy the link" code={made.url} />
          <p class="small">If the page shows no panel yet, load it again after a minute: browsers keep the tag for so long.</p>
        </div>
      )}
      {data && (
        <form class="form preview-form" onSubmit={create}>
          <div class="field">
            <label for="preview-url">Page of your shop</label>
            <input
              id="preview-url"
              name="url"
              type="url"
              required
              maxLength={2000}
              list="preview-origins"
              defaultValue={data.previews[0]?.page ?? (addresses[0] && `${addresses[0]}/`)}
            />
            <datalist id="preview-origins">
              {addresses.map((address) => (
                <option key={address} value={`${address}/`} />
              ))}
            </datalist>
            <small>On {origins.map((origin) => origin.replace(/^https?:\/\//, '')).join(', ')}</small>
          </div>
          <div class="field">
            <label for="preview-hours">Works for</label>
            <select id="preview-hours" name="hours">
              <option value="1">an hour</option>
              <option value="24" selected>
                a day
              </option>
              <option value="168">a week</option>
            </select>
            <small>Whoever has the link sees the draft</small>
          </div>
          <button type="submit" class="primary" disabled={busy}>
            Make a link and open it
          </button>
        </form>
      )}
      <Refusal error={unread ?? error} />
      {data && data.previews.length > 0 && (
        <ul class="list" aria-label="Links to the draft">
          {data.previews.map(({ id, page, author, expiresAt }) => (
            <li key={id}>
              <span>
                {page}
                <br />
                <span class="soft small">
                  until {moment(expiresAt)}
                  {author && `, by ${author}`}
                </span>
              </span>
              <ConfirmButton verb="Revoke" what={`the link to ${page}`} disabled={busy} act={() => takeBack(id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const moments = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
const moment = (iso: string) => moments.format(Date.parse(iso))
