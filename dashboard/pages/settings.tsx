import { useEffect } from 'preact/hooks'
import { CodeBox } from '../components/code-box.tsx'
import { Heading } from '../components/heading.tsx'
import { CatalogueSettings } from '../components/settings-catalogue.tsx'
import { KeySettings } from '../components/settings-keys.tsx'
import { MemberSettings } from '../components/settings-members.tsx'
import { PrivacySettings } from '../components/settings-privacy.tsx'
import { SessionSettings } from '../components/settings-sessions.tsx'
import { SiteSettings } from '../components/settings-site.tsx'
import { may, site } from '../models/session.ts'

/** The site, its tag, who may see it, and one's own sessions. */
export function Settings() {
  useEffect(() => {
    document.title = 'Settings · Earshot'
  }, [])
  return (
    <>
      <header class="top">
        <Heading>Settings</Heading>
      </header>
      <section class="block first" aria-labelledby="tag">
        <h2 id="tag">The tag</h2>
        <p class="soft">
          Once on every page of the shop, before the end of the body. Where a page is a moment of its own, say which:{' '}
          <code>data-touchpoint="checkout"</code>.
        </p>
        <CodeBox label="Copy the tag" code={`<script async src="${location.origin}/w/${site.value?.key}.js"></script>`} />
      </section>
      <SiteSettings />
      <PrivacySettings />
      {may('manager') && <CatalogueSettings />}
      {may('manager') && <MemberSettings />}
      {may('owner') && <KeySettings />}
      <SessionSettings />
    </>
  )
}
