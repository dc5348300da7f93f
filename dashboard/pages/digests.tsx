import { useEffect } from 'preact/hooks'
import type { Digests as DigestList } from '../../worker/contract/digest.ts'
import { DigestLine } from '../components/digests/digest-line.tsx'
import { NoMail } from '../components/digests/no-mail.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAlertGround } from '../models/alert-ground.ts'
import { useResource } from '../models/resource.ts'

/** What the site mails each week or month. */
export function Digests() {
  const { data, error } = useResource<DigestList>('/api/v1/digests')
  const { ground, unread } = useAlertGround()
  useEffect(() => {
    document.title = 'Digests · Earshot'
  }, [])
  const digests = data?.digests ?? []
  return (
    <>
      <Progress busy={!data && !error} />
      <header class="top">
        <Heading>Digests</Heading>
        {digests.length > 0 && (
          <a class="button primary" href="/digests/new">
            New digest
          </a>
        )}
      </header>
      <Refusal error={error ?? unread} />
      {data && !data.mails && <NoMail />}
      {data && digests.length === 0 && (
        <div class="empty">
          <h2>No digest yet</h2>
          <p class="soft">
            A digest tells by mail, each week or month, how the score went and what moved it, with a few comments in shoppers’ own
            words and what is still open. For those who don’t look in here every day.
          </p>
          <p class="row beneath">
            <a class="button primary" href="/digests/new">
              New digest
            </a>
          </p>
        </div>
      )}
      {digests.length > 0 && (
        <section class="block first" aria-label="Digests">
          <p class="soft">How it went, by mail: once for each week or month in which somebody answered.</p>
          <ul class="list">
            {digests.map((digest) => (
              <DigestLine key={digest.id} {...{ digest, ground }} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
