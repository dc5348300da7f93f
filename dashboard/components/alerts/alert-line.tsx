import type { Alert } from '../../../worker/contract/alert.ts'
import { type AlertGround, toldWords } from '../../models/alert-ground.ts'
import { goneOf, quietOf, whatOf } from '../../models/alert-words.ts'
import { ago } from '../../models/days.ts'
import { ActiveBadge } from '../active-badge.tsx'

/** An alert in the list: what it tells of, whom, and when it last did. */
export function AlertLine({ alert, ground }: { alert: Alert; ground: AlertGround | undefined }) {
  const { id, name, active, firedAt } = alert
  const gone = goneOf(alert)
  const quiet = quietOf(alert)
  return (
    <li>
      <span>
        <a href={`/alerts/${id}`}>
          <bdi>{name}</bdi>
        </a>{' '}
        <ActiveBadge active={active} off="off" />
        <br />
        <span class="soft small">
          {ground && `Tells ${toldWords(alert, ground) || 'nobody'} of ${whatOf(alert, ground.views, ground.surveys)}`}
          {quiet && `, ${quiet}`}
          {' · '}
          {firedAt === null ? (
            'has told of nothing yet'
          ) : (
            <time dateTime={firedAt} title={new Date(firedAt).toLocaleString()}>
              last told {ago(firedAt)}
            </time>
          )}
        </span>
        {gone && (
          <>
            <br />
            <span class="caution small">{gone}</span>
          </>
        )}
      </span>
    </li>
  )
}
