import { useState } from 'preact/hooks'
import type { SiteView } from '../../worker/contract/site.ts'
import { isWebLink } from '../../worker/domain/link.ts'
import { fieldsOf, useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { loadMe, may, ofSite, site } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** What the widget may do on the shop's pages, and how long a shopper's contact is kept; only owners change it. */
export function PrivacySettings() {
  const [saved, setSaved] = useState(false)
  const { busy, error, run } = useAction()
  const current = site.value
  if (!current) return null
  const readOnly = !may('owner')
  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const { privacyUrl, contactDays, requireConsent, hashRoutes, silent } = fieldsOf(event.currentTarget)
    const change = {
      privacyUrl,
      contactDays: Number(contactDays),
      requireConsent: requireConsent === 'on',
      hashRoutes: hashRoutes === 'on',
      silent: silent === 'on',
    }
    setSaved(false)
    void run(async () => {
      if (privacyUrl && !isWebLink(privacyUrl))
        throw new Error('The privacy page is an address such as https://www.shop.example/privacy.')
      await call<SiteView>('PATCH', ofSite(`/api/v1/sites/${current?.id}`), change)
      await loadMe()
      setSaved(true)
    })
  }
  return (
    <section class="block" aria-labelledby="privacy">
      <h2 id="privacy">Privacy and pages</h2>
      <form class="form" key={current.id} onSubmit={submit} onInput={() => setSaved(false)}>
        <div class="field">
          <label for="site-privacy-url">Privacy page</label>
          <input
            id="site-privacy-url"
            name="privacyUrl"
            type="url"
            placeholder="https://www.shop.example/privacy"
            defaultValue={current.privacyUrl}
            maxLength={2000}
            readOnly={readOnly}
            aria-describedby="site-privacy-url-help"
          />
          <small id="site-privacy-url-help">Surveys link to it, beside who asks and why. Leave it empty for no link.</small>
        </div>
        <div class="field">
          <label for="site-contact-days">Days a contact is kept</label>
          <input
            id="site-contact-days"
            name="contactDays"
            type="number"
            min={1}
            max={365}
            step={1}
            defaultValue={String(current.contactDays)}
            readOnly={readOnly}
            required
            aria-describedby="site-contact-days-help"
          />
          <small id="site-contact-days-help">
            An e-mail address or phone number that a shopper left is deleted this long after the case is closed: 1 to 365 days.
          </small>
        </div>
        <fieldset class="field">
          <legend>On the shop’s pages</legend>
          <label class="check">
            <input
              type="checkbox"
              name="requireConsent"
              defaultChecked={current.requireConsent}
              disabled={readOnly}
              aria-describedby="site-consent-help"
            />
            Wait for consent
          </label>
          <small id="site-consent-help">
            Nothing is stored in the browser or sent before the page calls <code>earshot('consent', true)</code>.
          </small>
          <label class="check">
            <input
              type="checkbox"
              name="hashRoutes"
              defaultChecked={current.hashRoutes}
              disabled={readOnly}
              aria-describedby="site-hash-help"
            />
            The hash names the page
          </label>
          <small id="site-hash-help">
            For shops whose addresses change only after a <code>#</code>, such as <code>/#/cart</code>.
          </small>
          <label class="check">
            <input
              type="checkbox"
              name="silent"
              defaultChecked={current.silent}
              disabled={readOnly}
              aria-describedby="site-silent-help"
            />
            Show no survey
          </label>
          <small id="site-silent-help">
            Stops all surveys of this shop within a minute, wherever the tag is. Answers that are under way still count.
          </small>
        </fieldset>
        <Refusal error={error} />
        {!readOnly && (
          <div class="row">
            <button type="submit" disabled={busy}>
              Save
            </button>
            <span class="small soft" role="status">
              {saved && 'Saved'}
            </span>
          </div>
        )}
      </form>
    </section>
  )
}
