import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { Standards } from '../../../worker/domain/wordings.ts'
import { faultsOf, type Part, partNames, partOf, parts } from '../../models/editor/faults.ts'
import { useStandards } from '../../models/editor/preview.ts'
import type { Faults, Saving } from '../../models/editor/saver.ts'
import { groundOf, warningsOf } from '../../models/editor/warnings.ts'
import { site } from '../../models/session.ts'
import { Bones } from '../bones.tsx'
import { Heading } from '../heading.tsx'
import { AboutFields } from './about-fields.tsx'
import { Conflict } from './conflict.tsx'
import { type Editing, EditingContext, useEditing } from './context.ts'
import { LanguagesPart } from './languages-part.tsx'
import { LookPart } from './look-part.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { PublishSheet } from './publish-sheet.tsx'
import { QuestionList } from './question-list.tsx'
import { SaidContext } from './said-context.ts'
import { SaveSign } from './save-sign.tsx'
import { ThanksPart } from './thanks-part.tsx'
import { TrySheet } from './try-sheet.tsx'
import { useSaver } from './use-saver.ts'
import { WhenPart } from './when/when-part.tsx'

/** Everything about one survey, part by part, beside what shoppers will see of it. */
export function Editor({ survey: opened }: { survey: Survey }) {
  const { query } = useLocation()
  const saver = useSaver(opened)
  const standards = useStandards()
  const [isPreview, setPreview] = useState(false)
  const part = parts.find((one) => one === query.part) ?? 'questions'
  const survey = saver.survey.value
  const draft = saver.draft.value
  const saving = saver.saving.value
  const faults = useFaults(saving)
  const editing = useMemo<Editing>(
    () => ({
      draft,
      edit: saver.edit,
      faults,
      warnings: [...survey.warnings, ...warningsOf(draft, groundOf(site.value))],
      left: () => void saver.flush(),
      isPublished: survey.version > 0,
    }),
    [draft, faults, survey, site.value],
  )
  return (
    <EditingContext.Provider value={editing}>
      <SaidContext.Provider value={editing}>
        <header class="top">
          <Heading>{draft.name}</Heading>
          <span class={`badge ${survey.state}`}>
            {survey.state}
            {survey.version > 0 && ` · version ${survey.version}`}
          </span>
          <a href={`/surveys/${survey.id}`} class="small">
            Results
          </a>
          <TrySheet saver={saver} />
          <PublishSheet saver={saver} />
        </header>
        <SaveSign saving={saving} draft={draft} retry={editing.left} />
        {saving.is === 'conflict' && <Conflict saver={saver} theirs={saving.theirs} />}
        <div class="editor-bar">
          <Tabs part={part} />
          <button type="button" class="preview-turn" aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
            {isPreview ? 'Back to editing' : 'Preview'}
          </button>
        </div>
        {standards ? (
          <div class={`editor ${isPreview ? 'previewing' : ''}`}>
            <form class="editor-form" aria-label={partNames[part]} onSubmit={(event) => event.preventDefault()}>
              <PartForm part={part} standards={standards} />
            </form>
            <PreviewPane survey={survey} standards={standards} />
          </div>
        ) : (
          <Bones />
        )}
      </SaidContext.Provider>
    </EditingContext.Provider>
  )
}

/** What the server last refused, until it has looked again: what came and went with each try would move the form under the pointer. */
function useFaults(saving: Saving): Faults {
  const held = useRef<Faults>([])
  if (saving.is !== 'waiting' && saving.is !== 'saving') held.current = faultsOf(saving)
  return held.current
}

function Tabs({ part }: { part: Part }) {
  const { path } = useLocation()
  const { faults } = useEditing()
  const nav = useRef<HTMLElement>(null)
  // On a phone not all fit side by side: the one that is open is brought into sight.
  useEffect(() => {
    const here = nav.current?.querySelector('[aria-current]')?.getBoundingClientRect()
    const room = nav.current?.getBoundingClientRect()
    if (here && room) nav.current?.scrollBy({ left: here.left + here.width / 2 - room.left - room.width / 2 })
  }, [part])
  return (
    <nav class="parts" aria-label="Parts of the survey" ref={nav}>
      {parts.map((one) => {
        const wrong = faults.filter(({ pointer }) => partOf(pointer) === one).length
        return (
          <a key={one} href={`${path}?part=${one}`} aria-current={one === part ? 'page' : undefined}>
            {partNames[one]}
            {wrong > 0 && <span class="badge wrong">{wrong} to mend</span>}
          </a>
        )
      })}
    </nav>
  )
}

function PartForm({ part, standards }: { part: Part; standards: Standards }) {
  switch (part) {
    case 'questions':
      return (
        <>
          <AboutFields />
          <QuestionList />
        </>
      )
    case 'thanks':
      return <ThanksPart />
    case 'look':
      return <LookPart />
    case 'languages':
      return <LanguagesPart standards={standards} />
    case 'when':
      return <WhenPart />
  }
}
