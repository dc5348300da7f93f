import { rulesInWords } from '../../../models/editor/when/page-rules.ts'
import { site } from '../../../models/session.ts'
import { TouchpointField } from '../touchpoint-field.tsx'
import { AddressTrial } from './address-trial.tsx'
import { PageRules } from './page-rules.tsx'
import { useTargeting } from './use-targeting.ts'

/** On which pages. */
export function WhereRoom() {
  const { targeting, put } = useTargeting()
  return (
    <section class="room">
      <h2>Where</h2>
      <TouchpointField />
      <PageRules
        label="Only on these pages"
        at="/targeting/include"
        none="Every page."
        rules={targeting.include}
        change={(include) => put({ include })}
      />
      <PageRules
        label="Never on these pages"
        at="/targeting/exclude"
        none="None is left out."
        rules={targeting.exclude}
        change={(exclude) => put({ exclude })}
      />
      <SiteWide />
      <AddressTrial />
    </section>
  )
}

/** What no survey of the site is asked on, which is decided elsewhere. */
function SiteWide() {
  const { excludedPages = [] } = site.value ?? {}
  return (
    <p class="small soft">
      {excludedPages.length > 0 ? (
        <>
          No survey of the site is asked on pages <span dir="ltr">{rulesInWords(excludedPages)}</span>.
        </>
      ) : (
        'The site leaves out no page from all of its surveys.'
      )}{' '}
      <a href="/settings#pages">Pages without surveys</a>
    </p>
  )
}
