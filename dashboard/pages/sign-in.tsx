import { useEffect, useState } from 'preact/hooks'
import { Door } from '../components/door.tsx'
import { LinkSent } from '../components/link-sent.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import type { SetupState } from '../models/setup-state.ts'
import { Setup } from './setup.tsx'

/** Before one is signed in: setting up, the demo, or asking for a link. */
export function SignIn() {
  const [state, setState] = useState<SetupState | null>(null)
  const load = useAction()
  // Asked once.
  useEffect(() => {
    document.title = 'Sign in · Earshot'
    void load.run(async () => setState(await call<SetupState>('GET', '/api/v1/setup')))
  }, [])
  // Not even the form before it is known which one: a page that changes under the hand is worse than a short wait.
  if (!state && !load.error) return <div class="door" role="status" aria-label="Loading" />
  if (state?.needed) return <Setup />
  return (
    <Door title="Sign in">
      <p class="soft">What your shoppers say, and how sure you can be of it.</p>
      <Refusal error={load.error} />
      {state?.demo && (
        <>
          <form method="post" action="/demo/sign-in">
            <button type="submit" class="primary wide">
              Open the demo dashboard
            </button>
          </form>
          <p class="small soft beneath">
            Three surveys of a small shop with 90 days of sample answers. <a href="/demo">Visit the shop</a> and add your own.
          </p>
          <p class="or">or with your account</p>
        </>
      )}
      <AskForLink lead={!state?.demo} mails={state?.mails ?? false} />
    </Door>
  )
}

/** `lead` where asking for a link is the first thing to do here; `mails` where links are mailed. */
function AskForLink({ lead, mails }: { lead: boolean; mails: boolean }) {
  const [asked, setAsked] = useState('')
  const { busy, error, sends } = useAction()
  const submit = sends(async ({ email = '' }) => {
    await call('POST', '/api/v1/login', { email })
    setAsked(email)
  })
  if (asked)
    return (
      <LinkSent email={asked} mails={mails}>
        <button type="button" class="link small" onClick={() => setAsked('')}>
          Another address
        </button>
      </LinkSent>
    )
  return (
    <form class="form" onSubmit={submit}>
      <div class="field">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" autocomplete="email" required />
        <small>There is no password: you get a link that works once.</small>
      </div>
      <Refusal error={error} />
      <button type="submit" class={lead ? 'primary wide' : 'wide'} disabled={busy}>
        Get a sign-in link
      </button>
    </form>
  )
}
