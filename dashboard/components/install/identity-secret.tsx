import { useState } from 'preact/hooks'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { ofSite, site } from '../../models/session.ts'
import { CodeBox } from '../code-box.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import { Refusal } from '../refusal.tsx'

/** Makes the secret that a shop signs its customers' ids with; only owners may, and only this once is it shown. */
export function IdentitySecret() {
  const [secret, setSecret] = useState('')
  const { busy, error, run } = useAction()
  const make = () =>
    run(async () => {
      const path = ofSite(`/api/v1/sites/${site.value?.id}/identity-secret`)
      setSecret((await call<{ secret: string }>('POST', path)).secret)
    })
  return (
    <>
      {secret ? (
        <div class="notice" role="status">
          <p>The identity secret, shown only now. Keep it on your server, as EARSHOT_IDENTITY_SECRET:</p>
          <CodeBox label="Copy the identity secret" code={secret} />
        </div>
      ) : (
        <p class="row small">
          <ConfirmButton verb="Make a secret" what="that ends the one before" disabled={busy} act={() => void make()} />
          <span class="soft">One made before is worth nothing from then on.</span>
        </p>
      )}
      <Refusal error={error} />
    </>
  )
}
