import { useState } from 'preact/hooks'
import type { Contacts, ContactView, ResponseItem } from '../../worker/contract/response.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { may, ofSite } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** That the shopper may be reached; how, only for those who call back, and only when they ask. */
export function ContactLine({ item }: { item: ResponseItem }) {
  const [contacts, setContacts] = useState<ContactView[] | null>(null)
  const { busy, error, run } = useAction()
  if (!item.contact) return null
  if (!may('agent')) return <p class="small soft also">Left a way to be reached.</p>
  const show = () =>
    run(async () => {
      setContacts((await call<Contacts>('GET', ofSite(`/api/v1/responses/${item.id}/contacts`))).contacts)
    })
  return (
    <div class="small also" aria-live="polite">
      {contacts === null ? (
        <button type="button" class="link" disabled={busy} onClick={show}>
          Show how to reach them
        </button>
      ) : (
        contacts.map(({ question, value, purpose }) => (
          <p key={question}>
            <bdi>{value}</bdi>{' '}
            <span class="soft">
              for <q dir="auto">{purpose}</q>
            </span>
          </p>
        ))
      )}
      {contacts?.length === 0 && <p class="soft">It has been deleted meanwhile.</p>}
      <Refusal error={error} />
    </div>
  )
}
