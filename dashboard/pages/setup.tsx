import { useEffect, useState } from 'preact/hooks'
import { CodeBox } from '../components/code-box.tsx'
import { Door } from '../components/door.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useShop } from '../components/use-shop.tsx'
import { useAction } from '../models/action.ts'
import { call, Refused } from '../models/api.ts'

interface Done {
  site: { id: string; key: string }
  apiKey: string
  loginUrl: string
}

/** The first site and its owner, once. */
export function Setup() {
  const [done, setDone] = useState<Done | null>(null)
  useEffect(() => {
    document.title = 'Set up · Earshot'
  }, [])
  return done ? <Finished done={done} /> : <Form finished={setDone} />
}

function Form({ finished }: { finished: (done: Done) => void }) {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  // A token that came with the link is shown only once it was refused, so that it can be put right.
  const [askToken, setAskToken] = useState(token === '')
  const { busy, error, sends } = useAction()
  const { siteOf, fields } = useShop()

  const submit = sends(async ({ email, name, ...fields }) => {
    const site = siteOf(fields)
    try {
      finished(await call<Done>('POST', '/api/v1/setup', { token: fields.token, email, name, site }))
    } catch (refused) {
      if (refused instanceof Refused && refused.status === 403) setAskToken(true)
      throw refused
    }
  })
  return (
    <Door title="Set up Earshot">
      <p class="soft">One shop and you as its owner. It takes a minute.</p>
      <form class="form" onSubmit={submit}>
        {/* The key keeps the fields below in their places, with what was typed into them. */}
        {askToken ? (
          <div class="field" key="token">
            <label for="token">Setup token</label>
            <input id="token" name="token" defaultValue={token} autocomplete="off" spellcheck={false} required />
            <small>It was printed when Earshot started, or is the secret SETUP_TOKEN.</small>
          </div>
        ) : (
          <input type="hidden" name="token" value={token} />
        )}
        <div class="field">
          <label for="name">Your name</label>
          <input id="name" name="name" autocomplete="name" maxLength={120} required />
        </div>
        <div class="field">
          <label for="email">Your e-mail address</label>
          <input id="email" name="email" type="email" autocomplete="email" required />
        </div>
        {fields}
        <Refusal error={error} />
        <button type="submit" class="primary wide" disabled={busy}>
          Set up
        </button>
      </form>
    </Door>
  )
}

function Finished({ done }: { done: Done }) {
  return (
    <Door title="Your shop is ready">
      <p class="soft">
        Put this tag on every page of the shop, before the end of the body. Once you are signed in, Install has it for Shopify,
        WordPress and others.
      </p>
      <CodeBox label="Copy the tag" code={`<script async src="${location.origin}/w/${done.site.key}.js"></script>`} />
      <p class="soft">A key for your own programs, shown only now. Settings makes others.</p>
      <CodeBox label="Copy the API key" code={done.apiKey} />
      <p class="beneath">
        <a class="button primary wide" href={done.loginUrl}>
          Continue to sign in
        </a>
      </p>
    </Door>
  )
}
