import { useEffect, useState } from 'preact/hooks'
import { CodeBox } from '../components/code-box.tsx'
import { Door } from '../components/door.tsx'
import { Refusal } from '../components/refusal.tsx'
import { ZoneSelect } from '../components/zone-select.tsx'
import { fieldsOf, useAction } from '../models/action.ts'
import { call, Refused } from '../models/api.ts'
import { originsOffered } from '../models/origins.ts'

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
  const [address, setAddress] = useState('')
  // A token that came with the link is shown only once it was refused, so that it can be put right.
  const [askToken, setAskToken] = useState(token === '')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { busy, error, run } = useAction()
  const offered = originsOffered(address)
  const origins = offered.filter((origin) => !left.has(origin))
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const { token, email, name, shop, timeZone } = fieldsOf(event.currentTarget)
    void run(async () => {
      if (offered.length === 0) throw new Error('Give the address of the shop, such as shop.example.')
      if (origins.length === 0) throw new Error('Tick at least one address to take answers from.')
      try {
        finished(await call<Done>('POST', '/api/v1/setup', { token, email, name, site: { name: shop, origins, timeZone } }))
      } catch (refused) {
        if (refused instanceof Refused && refused.status === 403) setAskToken(true)
        throw refused
      }
    })
  }
  function toggle(origin: string) {
    const next = new Set(left)
    if (!next.delete(origin)) next.add(origin)
    setLeft(next)
  }
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
        <div class="field">
          <label for="shop">Name of the shop</label>
          <input id="shop" name="shop" autocomplete="organization" maxLength={120} required />
          <small>Shoppers read it in the questions.</small>
        </div>
        <div class="field">
          <label for="address">Address of the shop</label>
          <input
            id="address"
            inputMode="url"
            autocomplete="url"
            placeholder="shop.example"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
            required
          />
        </div>
        {offered.length > 0 && (
          <fieldset class="field">
            <legend>Answers are taken from</legend>
            {offered.map((origin) => (
              <label key={origin} class="check">
                <input type="checkbox" checked={!left.has(origin)} onChange={() => toggle(origin)} /> {origin}
              </label>
            ))}
          </fieldset>
        )}
        <div class="field">
          <label for="timeZone">Time zone</label>
          <ZoneSelect id="timeZone" name="timeZone" zone={zone} />
          <small>A day in the reports is a day there.</small>
        </div>
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
