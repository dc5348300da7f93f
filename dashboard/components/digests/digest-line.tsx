import type { Digest } from '../../../worker/contract/digest.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { aboutOf, lastOf, missingOf, readersOf, whenOf } from '../../models/digest-words.ts'
import { ActiveBadge } from '../active-badge.tsx'

/** A digest in the list: what it is about, when it comes, who gets it and what became of the last. */
export function DigestLine({ digest, ground }: { digest: Digest; ground: AlertGround | undefined }) {
  const missing = missingOf(digest)
  return (
    <li>
      <span>
        <a href={`/digests/${digest.id}`}>
          <bdi>{digest.name}</bdi>
        </a>{' '}
        <ActiveBadge active={digest.active} off="paused" />
        <br />
        <span class="soft small">
          {ground &&
            `About ${aboutOf(digest, ground.views, ground.surveys)}, ${whenOf(digest)}, to ${readersOf(digest, ground) || 'nobody'} · `}
          {lastOf(digest)}
        </span>
        {missing && (
          <>
            <br />
            <span class="caution small">{missing}</span>
          </>
        )}
      </span>
    </li>
  )
}
