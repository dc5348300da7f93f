import { useEffect } from 'preact/hooks'
import { CodeBox } from '../components/code-box.tsx'
import { Heading } from '../components/heading.tsx'
import { CatalogueSettings } from '../components/settings-catalogue.tsx'
import { DimensionSettings } from '../components/settings-dimensions.tsx'
import { EndSettings } from '../components/settings-end.tsx'
import { JourneySettings } from '../components/settings-journey.tsx'
import { KeepingSettings } from '../components/settings-keeping.tsx'
import { KeySettings } from '../components/settings-keys.tsx'
import { PageSettings } from '../components/settings-pages.tsx'
import { PersonSettings } from '../components/settings-person.tsx'
import { PrivacySettings } from '../components/settings-privacy.tsx'
import { SessionSettings } from '../components/settings-sessions.tsx'
import { SiteSettings } from '../components/settings-site.tsx'
import { TeamSettings } from '../components/settings-team.tsx'
import { UpkeepLine } from '../components/upkeep-line.tsx'
import { tagOf } from '../models/install/tag.ts'
import { may, site } from '../models/session.ts'

/** The site, its tag, who may see it, and one's own sessions. */
export function Settings() {
  useEffect(() => {
    document.title = 'Settings · Earshot'
  }, [])
  const current = site.value
  if (!current) return null
  return (
    <>
      <header class="top">
        <Heading>Settings</Heading>
      </header>
      <section class="block first" aria-labelledby="tag">
        <h2 id="tag">The tag</h2>
        <CodeBox label="Copy the tag" code={tagOf(current, location.origin)} />
        <p>
          <a href="/install">Where to paste it, and whether it is there</a>
        </p>
      </section>
      <SiteSettings />
      <JourneySettings />
      <DimensionSettings />
      <PageSettings />
      <PrivacySettings />
      {may('owner') && <KeepingSettings />}
      {may('manager') && <PersonSettings />}
      {may('manager') && <CatalogueSettings />}
      <TeamSettings />
      {may('manager') && (
        <section class="block" aria-labelledby="webhooks">
          <h2 id="webhooks">Other systems</h2>
          <p>
            <a href="/settings/webhooks">Webhooks</a> <span class="soft">tell your programs and channels what happens</span>
          </p>
        </section>
      )}
      {may('owner') && <KeySettings />}
      <SessionSettings />
      {may('owner') && <EndSettings />}
      {may('owner') && <UpkeepLine />}
    </>
  )
}
