import { may, site } from '../models/session.ts'
import { SiteForm } from './site-form.tsx'

/** Name, origins and dimensions; whoever isn't an owner only reads them. */
export function SiteSettings() {
  const current = site.value
  if (!current) return null
  const readOnly = !may('owner')
  return (
    <section class="block" aria-labelledby="site">
      <h2 id="site">Site</h2>
      <p class="soft">
        Days are counted in {current.timeZone.replaceAll('_', ' ')}.{readOnly && ' Only owners change what stands here.'}
      </p>
      <SiteForm
        current={current}
        changeOf={({ name, origins = '', dimensions = '' }) => ({
          name,
          origins: origins.split(/\s+/).filter(Boolean),
          dimensions: dimensions.split(/[\s,]+/).filter(Boolean),
        })}
      >
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
      </SiteForm>
    </section>
  )
}
