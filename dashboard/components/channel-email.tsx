import { useState } from 'preact/hooks'
import { linkTo } from '../../worker/domain/survey-link.ts'
import { readText } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import type { ChannelSaid } from './channel-options.tsx'
import { CodeBox } from './code-box.tsx'
import { Refusal } from './refusal.tsx'

/** The scale for an e-mail, to paste into a mailer. */
export function ChannelEmail({ path, said }: { path: string; said: ChannelSaid }) {
  const [placeholder, setPlaceholder] = useState('')
  const address = linkTo(`${path}/email.html`, { ...said, link: placeholder.trim() })
  const { data: block, error } = useResource(address, '', readText)
  return (
    <section class="block" aria-labelledby="email">
      <h2 id="email">In an e-mail</h2>
      <p class="soft">
        A tap on a number opens the page with it chosen; only the button there stores it, so mail scanners that open all links
        answer nothing. Paste the HTML into your mailer’s template.
      </p>
      <div class="form">
        <div class="field">
          <label for="channel-placeholder">Your mailer’s placeholder for personal links</label>
          <input
            id="channel-placeholder"
            maxLength={100}
            placeholder="{{link}}"
            value={placeholder}
            onInput={(event) => setPlaceholder(event.currentTarget.value)}
          />
          <small>Empty gives everybody the same link</small>
        </div>
      </div>
      <Refusal error={error} />
      {block && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section class="channel-block" aria-label="HTML of the scale" tabIndex={0}>
          <CodeBox label="Copy the HTML" code={block} />
        </section>
      )}
      <a href={ofSite(address)} target="_blank" rel="noreferrer">
        See how it looks
      </a>
    </section>
  )
}
