import { useState } from 'preact/hooks'
import type { Purged, Tests } from '../../worker/contract/preview.ts'
import type { Feed } from '../../worker/contract/response.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useFurther } from '../models/further.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { More } from './more.tsx'
import { Refusal } from './refusal.tsx'
import { Verbatim } from './verbatim.tsx'

/** What was answered by those who tried drafts out, apart from everything that counts, and one press that deletes all of it. */
export function TestAnswers({ survey }: { survey: Survey }) {
  const path = `/api/v1/surveys/${encodeURIComponent(survey.id)}/tests`
  const [turn, setTurn] = useState(0)
  const [deleted, setDeleted] = useState<number>()
  const { busy, error, run } = useAction()
  const tests = useResource<Tests>(path, turn)
  const first = useResource<Feed>(`/api/v1/responses?survey=${encodeURIComponent(survey.id)}&test=1`, turn)
  const count = tests.data?.count ?? 0
  const purge = () =>
    run(async () => {
      const purged = await call<Purged>('DELETE', ofSite(path))
      setDeleted(purged.deleted)
      setTurn((n) => n + 1)
    })
  return (
    <section class="block" aria-labelledby="tests">
      <div class="row made-head">
        <h2 id="tests">Test answers</h2>
        <button type="button" class="quiet" onClick={() => setTurn((n) => n + 1)}>
          Look again
        </button>
        {may('manager') && count > 0 && (
          <ConfirmButton
            verb={count === 1 ? 'Delete' : `Delete all ${number(count)}`}
            what={count === 1 ? 'the test answer' : 'test answers'}
            disabled={busy}
            act={() => void purge()}
          />
        )}
      </div>
      <p class="soft">They are in no score, count, rate, search or export.</p>
      <Refusal error={tests.error ?? first.error ?? error} />
      <p class="small" role="status">
        {deleted !== undefined && `${number(deleted)} ${deleted === 1 ? 'test answer' : 'test answers'} deleted.`}
      </p>
      {first.data?.items.length === 0 && <p>None. Answer the draft on your site, and it stands here.</p>}
      {first.data && <List key={`${turn} ${first.loading}`} first={first.data} survey={survey} />}
    </section>
  )
}

function List({ first, survey }: { first: Feed; survey: Survey }) {
  const path = ofSite(`/api/v1/responses?survey=${encodeURIComponent(survey.id)}&test=1`)
  const further = useFurther(`${path} ${first.next}`, first.next, (cursor) => call<Feed>('GET', `${path}&cursor=${cursor}`))
  return (
    <>
      {[...first.items, ...further.items].map((item) => (
        <Verbatim key={item.id} item={item} about={item.complete ? undefined : 'not finished'} questions={survey.questions} />
      ))}
      <More {...further} />
    </>
  )
}
