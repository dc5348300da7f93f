import { useEffect } from 'preact/hooks'
import { Heading } from '../components/heading.tsx'
import { InstallCalls } from '../components/install/calls.tsx'
import { InstallCheck } from '../components/install/check.tsx'
import { OwnDomain } from '../components/install/own-domain.tsx'
import { Platforms } from '../components/install/platforms.tsx'
import { Policy } from '../components/install/policy.tsx'
import { site } from '../models/session.ts'

/** How the tag comes into the shop, whether it is there, and what stands in its way. */
export function Install() {
  useEffect(() => {
    document.title = 'Install · Earshot'
  }, [])
  const current = site.value
  if (!current) return null
  return (
    <>
      <header class="top">
        <Heading>Install</Heading>
      </header>
      <Platforms site={current} />
      <InstallCheck site={current} />
      <Policy site={current} />
      <InstallCalls />
      <OwnDomain site={current} />
      <section class="block" aria-labelledby="consent">
        <h2 id="consent">Consent tools</h2>
        <p>
          Earshot sets no cookie. Where you ask for consent all the same, turn on “Wait for consent” in the{' '}
          <a href="/settings">settings</a>: until the page calls <code>earshot('consent', true)</code> nothing is stored in the
          browser and nothing is sent. Call it on every page, from the event of your consent tool; or let the tool hold back the
          tag itself.
        </p>
      </section>
    </>
  )
}
