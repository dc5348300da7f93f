import type { CreatedEndpoint } from '../../../worker/contract/webhook.ts'
import { CodeBox } from '../code-box.tsx'

/** The secret that was just made, shown this once. */
export function SecretNotice({ made }: { made: CreatedEndpoint | null }) {
  if (!made?.secret) return null
  return (
    <div class="notice" role="status">
      <p>
        The secret that signs what is sent, shown only now.{' '}
        {made.formerSecretUntil && 'For 24 hours the one before signs too: put this one into your system within that day.'}
      </p>
      <CodeBox label="Copy the secret" code={made.secret} />
    </div>
  )
}
