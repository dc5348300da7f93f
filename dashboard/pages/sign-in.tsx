import { Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Door } from '../components/door.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { Setup } from './setup.tsx'

interface State {
  needed: boolean
  demo: boolean
  mails: boolean
}

/** Before one is signed in: setting up, the demo, or asking for a link. */
export function SignIn() {
  const [state, setState] = useState<State | null>(null)
  const load = useAction()
  // Asked once.
  useEffect(() => {
    document.title = 'Sign in · Earshot'
    void load.run(async () => setState(await call<State>('GET', '/api/v1/setup')))
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

/** Whether Earshot runs on this machine, where links are printed; in production nothing is. */
const here = /^(localhost|127\.0\.0\.1|\[::1])$/.test(location.hostname)

/** `lead` where asking for a link is the first thing to do here; `mails` where links are mailed. */
function AskForLink({ lead, mails }: { lead: boolean; mails: boolean }) {
  const [asked, setAsked] = useState('')
  const { busy, error, sends } = useAction()
  const submit = sends(async ({ email = '' }) => {
    await call('POST', '/api/v1/login', { email })
    setAsked(email)
  })
  const another = (
    <button type="button" class="link small" onClick={() => setAsked('')}>
      Another address
    </button>
  )
  if (asked && mails)
    return (
      <div class="notice" role="status">
        <p>
          If <strong>{asked}</strong> has an account, a link is on its way there. It works once, within 15 minutes.
        </p>
        {here && <p class="small soft">On this machine a mail is a file; the terminal Earshot runs in says where.</p>}
        {another}
      </div>
    )
  if (asked) {
    const command = [
      'npm run admin --',
      'login-link',
      `--email=${asked}`,
      ...(here ? [] : ['--remote', `--host=${location.origin}`]),
    ]
    return (
      <div class="notice" role="status">
        <p>
          If <strong>{asked}</strong> has an account, a link was made. It works once, within 15 minutes.
        </p>
        <p class="small soft">
          {here
            ? 'It is printed in the terminal Earshot runs in. Another one is made with'
            : 'Whoever runs Earshot gets one with'}
        </p>
        <p>
          <code>
            {command.map((word) => (
              <Fragment key={word}>
                <span>{word}</span>{' '}
              </Fragment>
            ))}
          </code>
        </p>
        {another}
      </div>
    )
  }
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
