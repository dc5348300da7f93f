import { calls, signatures } from '../../models/install/calls.ts'
import { CodeBox } from '../code-box.tsx'

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
        The signature, in hex, with the secret that <code>POST /api/v1/sites/ID/identity-secret</code> shows once:
      </p>
      {signatures.map(({ name, code }) => (
        <CodeBox key={name} label={`Copy for ${name}`} code={code} />
      ))}
    </section>
  )
}
