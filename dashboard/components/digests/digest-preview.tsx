import type { Digest } from '../../../worker/contract/digest.ts'
import { ofSite } from '../../models/session.ts'

/** The mail as it would go out now, in a frame of its own: nothing in it can reach this page. */
export function DigestPreview({ digest }: { digest: Digest }) {
  return (
    <section class="block" aria-labelledby="preview">
      <h2 id="preview">The mail</h2>
      <p class="soft">On the last whole {digest.frequency === 'weekly' ? 'week' : 'month'}, with what is there now.</p>
      {/* Keyed: what was saved is another mail. */}
      <iframe
        key={JSON.stringify(digest)}
        class="mail-frame"
        title={`The mail “${digest.name}”`}
        src={ofSite(`/api/v1/digests/${digest.id}/preview`)}
        sandbox=""
      />
    </section>
  )
}
