import { useState } from 'preact/hooks'
import type { SiteView } from '../../worker/contract/site.ts'
import { urlFaults } from '../../worker/domain/faults/targeting.ts'
import { partsOf } from '../models/editor/when/page-rules.ts'
import { may, site } from '../models/session.ts'
import { SaidContext } from './editor/said-context.ts'
import { PageRules } from './editor/when/page-rules.tsx'
import { Saving } from './saving.tsx'

const at = '/excludedPages'

/** Pages on which no survey of the site is asked, whatever it says itself. */
export function PageSettings() {
  const current = site.value
  if (!current) return null
  return (
    <section class="block" aria-labelledby="pages">
      <h2 id="pages">Pages without surveys</h2>
      <p class="soft">
        Where shoppers pay or sign in nobody should be asked anything. This holds for all surveys, within a minute.
      </p>
      <Rules key={current.id} saved={current.excludedPages} />
    </section>
  )
}

function Rules({ saved }: { saved: SiteView['excludedPages'] }) {
  const [rules, setRules] = useState(saved)
  const readOnly = !may('owner')
  const empty = rules.flatMap((rule, i) =>
    partsOf(rule).value === '' ? [{ pointer: `${at}/${i}`, detail: '1 to 200 characters without spaces' }] : [],
  )
  const faults = [...empty, ...urlFaults(rules, at)]
  function change() {
    if (faults.length > 0) throw new Error('Something above is still to be mended.')
    return { excludedPages: rules }
  }
  return (
    <SaidContext.Provider value={{ faults, warnings: [], left() {} }}>
      <fieldset class="form wide" disabled={readOnly}>
        <PageRules label="Never on these pages" at={at} none="Every survey decides for itself." rules={rules} change={setRules} />
      </fieldset>
      {!readOnly && <Saving change={change} edited={rules} />}
    </SaidContext.Provider>
  )
}
