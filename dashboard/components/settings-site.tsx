import { useState } from 'preact/hooks'
import type { SiteView } from '../../worker/contract/site.ts'
import { fieldsOf, useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { loadMe, may, ofSite, site } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** Name, origins and dimensions; whoever isn't an owner only reads them. */
export function SiteSettings() {
  const [saved, setSaved] = useState(false)
  const { busy, error, run } = useAction()
  const current = site.value
  if (!current) return null
  const readOnly = !may('owner')
  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const { name, origins = '', dimensions = '' } = fieldsOf(event.currentTarget)
    const change = { name, origins: origins.split(/\s+/).filter(Boolean), dimensions: dimensions.split(/[\s,]+/).filter(Boolean) }
    setSaved(false)
    void run(async () => {
      await call<SiteView>('PATCH', ofSite(`/api/v1/sites/${current?.id}`), change)
      await loadMe()
      setSaved(true)
    })
  }
  return (
    <section class="block" aria-labelledby="site">
      <h2 id="site">Site</h2>
      <p class="soft">
        Days are counted in {current.timeZone.replaceAll('_', ' ')}.{readOnly && ' Only owners change what stands here.'}
      </p>
      <form class="form" key={current.id} onSubmit={submit} onInput={() => setSaved(false)}>
        <div class="field">
          <label for="site-name">Name</label>
          <input id="site-name" name="name" defaultValue={current.name} maxLength={120} readOnly={readOnly} required />
        </div>
        <div class="field">
          <label for="site-origins">Origins</label>
          <textarea
            id="site-origins"
            name="origins"
            rows={3}
            defaultValue={current.origins.join('\n')}
            readOnly={readOnly}
            required
          />
          <small>
            One a line. Answers come only from these; <code>https://*.shop.example</code> stands for every subdomain.
          </small>
        </div>
        <div class="field">
          <label for="site-dimensions">Dimensions</label>
          <input id="site-dimensions" name="dimensions" defaultValue={current.dimensions.join(', ')} readOnly={readOnly} />
          <small>
            What scores can be broken down by, at most 8: touchpoint, device, language, country, source, or names of your traits.
            New ones count from now on.
          </small>
        </div>
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
