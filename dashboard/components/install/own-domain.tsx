import { useState } from 'preact/hooks'
import type { SiteView } from '../../../worker/contract/site.ts'
import { proxiesOf } from '../../models/install/proxies.ts'
import { addressesOf } from '../../models/origins.ts'
import { may } from '../../models/session.ts'
import { CodeBox } from '../code-box.tsx'
import { SiteForm } from '../site-form.tsx'

/** How the tag comes from the shop's own domain. */
export function OwnDomain({ site }: { site: SiteView }) {
  const [first = 'https://www.shop.example'] = addressesOf(site.origins)
  const [typed, setTyped] = useState(site.tagHost)
  const at = URL.canParse(typed) && new URL(typed).pathname !== '/' ? typed.replace(/\/$/, '') : `${first}/earshot`
  return (
    <section class="block" aria-labelledby="own-domain">
      <h2 id="own-domain">From your own domain</h2>
      <p class="soft">
        Fewer blockers stand in its way, and no other host needs a grant. The simpler way is a subdomain: add it to the Earshot
        Worker (Settings, Domains &amp; Routes) and use it in the tag. Or pass a path of your shop on to Earshot:
      </p>
      {proxiesOf(location.origin, at).map(({ name, code }) => (
        <details key={name} class="install-proxy">
          <summary>By {name}</summary>
          <CodeBox label={`Copy for ${name}`} code={code} />
        </details>
      ))}
      <p class="soft">
        Pass on <code>w</code>, <code>a</code> and <code>v1</code> alone: the dashboard has no place on your shop’s domain. The
        country of an answer is then that of your server, so don’t ask by country.
      </p>
      <SiteForm current={site} changeOf={({ tagHost = '' }) => ({ tagHost })}>
        <div class="field">
          <label for="tag-host">Your address for it</label>
          <input
            id="tag-host"
            name="tagHost"
            inputMode="url"
            placeholder={`${first}/earshot`}
            value={typed}
            readOnly={!may('owner')}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            aria-describedby="tag-host-help"
          />
          <small id="tag-host-help">
            Below one of the site’s origins. Once saved, the tag loads everything from there, wherever it was loaded from itself:
            let the path work first, then check as above. Empty for {location.host}.
          </small>
        </div>
      </SiteForm>
    </section>
  )
}
