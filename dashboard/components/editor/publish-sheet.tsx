import { useRef, useState } from 'preact/hooks'
import type { Survey, SurveyVersion } from '../../../worker/contract/survey.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { changesBetween } from '../../models/editor/changes.ts'
import { inWords, whereIs } from '../../models/editor/faults.ts'
import type { Saver } from '../../models/editor/saver.ts'
import { ofSite } from '../../models/session.ts'
import { Refusal } from '../refusal.tsx'
import { Sheet } from '../sheet.tsx'
import { ChangeList } from './change-list.tsx'
import { useEditing } from './context.ts'
import { AskedOf } from './when/asked-of.tsx'

/** Before a version is frozen: what is new in it. After: since when it is live. */
export function PublishSheet({ saver }: { saver: Saver }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [live, setLive] = useState<SurveyVersion>()
  const [done, setDone] = useState<Survey>()
  const { busy, error, run } = useAction()
  const { warnings } = useEditing()
  const survey = saver.survey.value
  const draft = saver.draft.value
  const saving = saver.saving.value
  const isReady = saving.is === 'saved'
  function show() {
    setDone(undefined)
    dialog.current?.showModal()
    void run(async () => {
      await saver.flush()
      const { id, version } = saver.survey.value
      setLive(version > 0 ? await call<SurveyVersion>('GET', ofSite(`/api/v1/surveys/${id}/versions/${version}`)) : undefined)
    })
  }
  function publish() {
    void run(async () => {
      const { id, revision } = saver.survey.value
      const answer = await call<Survey>('POST', ofSite(`/api/v1/surveys/${id}/publish`), { revision })
      saver.take(answer)
      setDone(answer)
    })
  }
  const changes = live && live.version === survey.version ? changesBetween(live.definition, draft) : []
  const isFirst = survey.version === 0
  return (
    <>
      <button type="button" class="primary" disabled={survey.state === 'closed'} onClick={show}>
        Publish…
      </button>
      <Sheet
        dialog={dialog}
        id="publish"
        title={done ? 'It is live' : isFirst ? 'Publish the survey' : 'Publish the changes'}
        kind="publish"
        end={
          <p class="row">
            {!done && (
              <button type="button" class="primary" disabled={busy || !isReady} onClick={publish}>
                {survey.state === 'paused' && changes.length === 0 ? 'Resume' : 'Publish now'}
              </button>
            )}
            <button type="button" onClick={() => dialog.current?.close()}>
              {done ? 'Done' : 'Not yet'}
            </button>
          </p>
        }
      >
        {done ? (
          <p role="status">
            Version {done.version} is live. Pages of the shop that are open get it within a minute; answers name the version they
            were given to, so nothing that was answered before changes. <a href={`/surveys/${done.id}`}>See its results</a>
          </p>
        ) : (
          <>
            {!isReady && <p class="caution small">The newest edit isn’t saved yet, so it can’t be published.</p>}
            <AskedOf draft={draft} />
            {isFirst && <p>This becomes version 1: shoppers are asked as the preview shows, from within a minute on.</p>}
            {!isFirst && changes.length > 0 && (
              <>
                <p class="small soft">Since version {survey.version}, which is the newest that was published:</p>
                <ChangeList changes={changes} label="What changes" />
              </>
            )}
            {!isFirst && !busy && changes.length === 0 && <p>Nothing has changed since version {survey.version}.</p>}
            {warnings.length > 0 && (
              <ul class="doubts small" aria-label="A second thought">
                {warnings.map(({ pointer, detail }) => (
                  <li key={pointer + detail}>
                    <b>{whereIs(pointer, draft)}</b>: {inWords(detail)}
                  </li>
                ))}
              </ul>
            )}
            <Refusal error={error} />
          </>
        )}
      </Sheet>
    </>
  )
}
