import { calls, signatures } from '../../models/install/calls.ts'
import { may } from '../../models/session.ts'
import { CodeBox } from '../code-box.tsx'
import { IdentitySecret } from './identity-secret.tsx'

/** What pages can say of the shopper and the order. */
export function InstallCalls() {
  return (
    <section class="block" aria-labelledby="calls">
      <h2 id="calls">What your pages can say</h2>
      <p class="soft">All of it is optional. Nothing else of the page is read.</p>
      {calls.map(({ title, says, code }) => (
        <div key={title} class="install-call">
          <h3>{title}</h3>
          <p class="small soft">{says}</p>
          <CodeBox label={`Copy: ${title}`} code={code} />
        </div>
      ))}
      <p class="small soft">
        The signature is the id’s HMAC-SHA-256 in hex, with a secret that only your server knows. Without one, ids are what the
        page claims.
      </p>
      {may('owner') && <IdentitySecret />}
      {signatures.map(({ name, code }) => (
        <CodeBox key={name} label={`Copy for ${name}`} code={code} />
      ))}
    </section>
  )
}
