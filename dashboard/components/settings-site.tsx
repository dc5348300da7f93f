import { useState } from 'preact/hooks'
import { may, site } from '../models/session.ts'
import { zoneName } from '../models/zones.ts'
import { SiteForm } from './site-form.tsx'
import { ZoneSelect } from './zone-select.tsx'

/** Name, origins and time zone; whoever isn't an owner only reads them. */
export function SiteSettings() {
  const current = site.value
  if (!current) return null
  const readOnly = !may('owner')
  return (
    <section class="block" aria-labelledby="site">
      <h2 id="site">Site</h2>
      {readOnly && <p class="soft">Only owners change what stands here.</p>}
      <SiteForm
        current={current}
        changeOf={({ name, origins = '', timeZone, replyTo }) => ({
          ...{ name, replyTo },
          // Left out unless it was chosen here: a page that was opened before somebody else's change would take that back.
          ...(timeZone !== current.timeZone && { timeZone }),
          origins: origins.split(/\s+/).filter(Boolean),
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
          <label for="site-reply-to">Address for shoppers’ answers</label>
          <input
            id="site-reply-to"
            name="replyTo"
            type="email"
            placeholder="help@shop.example"
            defaultValue={current.replyTo}
            maxLength={254}
            readOnly={readOnly}
            aria-describedby="site-reply-to-help"
          />
          <small id="site-reply-to-help">
            Where a shopper’s answer goes when somebody replies to them from the inbox. While it is empty, nobody can reply.
          </small>
        </div>
        <ZoneField key={current.timeZone} current={current.timeZone} readOnly={readOnly} />
      </SiteForm>
    </section>
  )
}

/** Which zone days are of, and what choosing another one does. */
function ZoneField({ current, readOnly }: { current: string; readOnly: boolean }) {
  const [chosen, setChosen] = useState(current)
  return (
    <div class="field">
      <label for="site-zone">Time zone</label>
      <ZoneSelect
        id="site-zone"
        name="timeZone"
        zone={current}
        disabled={readOnly}
        describedBy="site-zone-hint"
        onChange={setChosen}
      />
      <small id="site-zone-hint" aria-live="polite">
        {chosen === current
          ? 'A day in the reports is a day there. Another zone counts from now on; what is already counted keeps its day.'
          : `From the moment you save, days are those of ${zoneName(chosen)}. Answers counted until then keep their day in ${zoneName(current)}, so the day of the change is longer or shorter than others. Every trend marks it.`}
      </small>
    </div>
  )
}
