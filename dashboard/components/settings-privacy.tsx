import type { ComponentChildren } from 'preact'
import type { Outcomes } from '../../worker/contract/site.ts'
import { isWebLink } from '../../worker/domain/link.ts'
import { useResource } from '../models/resource.ts'
import { may, site } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { SiteForm } from './site-form.tsx'

const switches = ['redact', 'requireConsent', 'hashRoutes', 'silent', 'verifiedOnly'] as const

/** What the widget may do on the shop's pages, and how long a shopper's contact is kept; only owners change it. */
export function PrivacySettings() {
  const current = site.value
  if (!current) return null
  const readOnly = !may('owner')
  function changeOf({ privacyUrl = '', contactDays, ...fields }: Record<string, string>) {
    if (privacyUrl && !isWebLink(privacyUrl))
      throw new Error('The privacy page is an address such as https://www.shop.example/privacy.')
    const turned = Object.fromEntries(switches.map((name) => [name, fields[name] === 'on']))
    return { privacyUrl, contactDays: Number(contactDays), ...turned }
  }
  return (
    <section class="block" aria-labelledby="privacy">
      <h2 id="privacy">Privacy and pages</h2>
      <SiteForm current={current} changeOf={changeOf}>
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
          <small id="site-privacy-url-help">
            Surveys link to it, beside who asks and why. Leave it empty for no link. What is kept of shoppers here, for you to
            link to: <a href={`/privacy/${current.key}`}>what {current.name} keeps</a>.
          </small>
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
          <legend>In what shoppers type</legend>
          <Switch name="redact" label="Replace personal data" on={current.redact} readOnly={readOnly}>
            E-mail addresses, phone, card and account numbers in comments and other texts become <code>[e-mail]</code>,{' '}
            <code>[phone]</code>, <code>[card]</code> or <code>[IBAN]</code> before anything is stored, in imports too. What is
            already stored stays as it is. What a shopper leaves in a contact question is kept.
            {may('manager') && <RedactedCount />}
          </Switch>
        </fieldset>
        <fieldset class="field">
          <legend>On the shop’s pages</legend>
          <Switch name="requireConsent" label="Wait for consent" on={current.requireConsent} readOnly={readOnly}>
            Nothing is stored in the browser or sent before the page calls <code>earshot('consent', true)</code>.
          </Switch>
          <Switch name="hashRoutes" label="The hash names the page" on={current.hashRoutes} readOnly={readOnly}>
            For shops whose addresses change only after a <code>#</code>, such as <code>/#/cart</code>.
          </Switch>
          <Switch
            name="verifiedOnly"
            label="Count only answers with a signed order"
            on={current.verifiedOnly}
            readOnly={readOnly}
          >
            What comes without an order that your shop has signed, or with one that was used before, is held back until somebody
            lets it in. Not answers by API key, personal link or file.
          </Switch>
          <Switch name="silent" label="Show no survey" on={current.silent} readOnly={readOnly}>
            Stops all surveys of this shop within a minute, wherever the tag is. Answers that are under way still count.
          </Switch>
        </fieldset>
      </SiteForm>
    </section>
  )
}

/** How much was replaced of late; nothing where nothing was. */
function RedactedCount() {
  const { data } = useResource<Outcomes>('/api/v1/outcomes')
  const n = (data?.days ?? []).reduce((total, { outcomes }) => total + (outcomes.redacted ?? 0), 0)
  return n > 0 ? <> In the last 30 days about {number(n)} were replaced.</> : null
}

interface SwitchProps {
  name: (typeof switches)[number]
  label: string
  on: boolean
  readOnly: boolean
  /** What it does. */
  children: ComponentChildren
}

function Switch({ name, label, on, readOnly, children }: SwitchProps) {
  const help = `site-${name}-help`
  return (
    <>
      <label class="check">
        <input type="checkbox" name={name} defaultChecked={on} disabled={readOnly} aria-describedby={help} />
        {label}
      </label>
      <small id={help}>{children}</small>
    </>
  )
}
