import { useEffect, useState } from 'preact/hooks'
import type { ReplyTemplates as Templates } from '../../worker/contract/reply.ts'
import { Heading } from '../components/heading.tsx'
import { ReplyTemplate } from '../components/inbox/reply-template.tsx'
import { TemplateForm } from '../components/inbox/template-form.tsx'
import { Refusal } from '../components/refusal.tsx'
import { call } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite, site } from '../models/session.ts'

const blank = { name: '', subject: '', text: '', language: 'en' }

/** What replies to shoppers are begun with. */
export function ReplyTemplates() {
  const { data, error, reload } = useResource<Templates>('/api/v1/reply-templates')
  const [made, setMade] = useState(0)
  useEffect(() => {
    document.title = 'Reply templates · Earshot'
  }, [])
  return (
    <>
      <header class="top">
        <div>
          <Heading>Reply templates</Heading>
          <p class="small soft">
            A reply to a shopper who left an e-mail address begins with one of these and is edited before it is sent.{' '}
            <a href="/inbox">To the inbox</a>
          </p>
        </div>
      </header>
      {site.value?.replyTo === '' && (
        <p class="notice small">
          Nobody can reply yet: the shop has no address where shoppers’ answers go.{' '}
          {may('owner') ? <a href="/settings#site-reply-to">Set it</a> : 'An owner sets it in the settings.'}
        </p>
      )}
      <Refusal error={error} />
      {data?.templates.length === 0 && <p class="empty soft">There is no template: each reply begins with an empty page.</p>}
      <ul class="plain rule-list template-list">
        {data?.templates.map((template) => (
          <ReplyTemplate key={template.id} template={template} changed={reload} />
        ))}
      </ul>
      <section class="block" aria-labelledby="new-template">
        <h2 id="new-template">A new template</h2>
        <TemplateForm
          key={made}
          template={blank}
          verb="Add the template"
          save={async (words) => {
            await call('POST', ofSite('/api/v1/reply-templates'), words)
            setMade(made + 1)
            reload()
          }}
        />
      </section>
    </>
  )
}
