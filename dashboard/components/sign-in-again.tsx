import { useEffect, useRef, useState } from 'preact/hooks'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { asksSignIn, me } from '../models/session.ts'
import type { SetupState } from '../models/setup-state.ts'
import { LinkSent } from './link-sent.tsx'
import { Refusal } from './refusal.tsx'
import { Sheet } from './sheet.tsx'

/** Over a screen on which something was asked that a fresh sign-in is needed for. What was typed there stays. */
export function SignInAgain() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const { data } = useResource<SetupState>('/api/v1/setup')
  const [isSent, setSent] = useState(false)
  const { busy, error, run } = useAction()
  const state = me.value
  const email = typeof state === 'string' ? undefined : state.person?.email
  if (!email) return null
  const send = () =>
    run(async () => {
      await call('POST', '/api/v1/login', { email })
      setSent(true)
    })
  return (
    <Sheet
      {...{ dialog, id: 'again', title: 'Sign in again for this' }}
      closed={() => {
        asksSignIn.value = false
      }}
    >
      <p>
        It takes data out, deletes it, or lets somebody in, and your sign-in is more than two hours old. Signing in again proves
        that it is you and not somebody with your browser.
      </p>
      {isSent ? (
        <>
          <LinkSent email={email} mails={data?.mails ?? false} isKnown />
          <p>
            Open it in this browser, in a tab of its own. Then come back here and try once more: nothing on this page is lost.
          </p>
        </>
      ) : (
        <div class="row">
          <button type="button" class="primary" disabled={busy || !data} onClick={send}>
            Get a sign-in link
          </button>
          <span class="small soft">for {email}</span>
        </div>
      )}
      <Refusal error={error} />
    </Sheet>
  )
}
