import type { SiteView } from '../../../worker/contract/site.ts'
import { policyLines } from '../../models/install/policy.ts'
import { hostOf } from '../../models/install/tag.ts'
import { CodeBox } from '../code-box.tsx'

/** What a shop with a content security policy has to add. */
export function Policy({ site }: { site: SiteView }) {
  const lines = policyLines(hostOf(site, location.origin))
  return (
    <section class="block" aria-labelledby="policy">
      <h2 id="policy">Content security policy</h2>
      <p class="soft">If your shop sends one, add this. No style, image or font needs a grant, and nothing else does.</p>
      <CodeBox label="Copy the policy" code={lines.plain} />
      <p class="soft">With a nonce on the tag, “strict-dynamic” beside it or not:</p>
      <CodeBox label="Copy the policy with a nonce" code={lines.nonce} />
    </section>
  )
}
