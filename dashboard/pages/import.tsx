import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ImportMapping, ImportPreview, ImportView } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { dryRunReasons, importPreviewBytes } from '../../worker/domain/import-limits.ts'
import { Heading } from '../components/heading.tsx'
import { ImportColumns } from '../components/import-columns.tsx'
import { ImportFile } from '../components/import-file.tsx'
import { ImportOptions } from '../components/import-options.tsx'
import { ImportTrial } from '../components/import-trial.tsx'
import { PastImports } from '../components/past-imports.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAction } from '../models/action.ts'
import { sendFile } from '../models/api.ts'
import { missing } from '../models/import-mapping.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite } from '../models/session.ts'

/** Responses from another program: what the file is, what its columns are, what would come of it, and back again. */
export function Import() {
  const { url } = useLocation()
  const wanted = new URLSearchParams(url.split('?')[1]).get('survey')
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  // Bumped by each import, so that the list of them is asked for again.
  const [imports, setImports] = useState(0)
  useEffect(() => {
    document.title = 'Import · Earshot'
  }, [])
  const open = surveys.data?.surveys.filter(({ state, version }) => state !== 'closed' && version > 0)
  return (
    <>
      <header class="top">
        <Heading>Import</Heading>
      </header>
      {!may('manager') && <p class="notice">Only managers and owners import responses.</p>}
      <Refusal error={surveys.error} />
      {open?.length === 0 && (
        <p class="notice">There is no published survey to import into. Publish one first: rows are read by its questions.</p>
      )}
      {may('manager') && open && open.length > 0 && (
        <FromFile surveys={open} wanted={wanted} stored={() => setImports((n) => n + 1)} />
      )}
      {may('manager') && surveys.data && <PastImports surveys={surveys.data.surveys} turn={imports} />}
    </>
  )
}

interface Chosen {
  survey: string
  file: File | null
}

function FromFile({ surveys, wanted, stored }: { surveys: Survey[]; wanted: string | null; stored: () => void }) {
  const first = surveys.find(({ id }) => id === wanted) ?? surveys[0]
  const [chosen, setChosen] = useState<Chosen>({ survey: first?.id ?? '', file: null })
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const { busy, error, run } = useAction()
  const survey = surveys.find(({ id }) => id === chosen.survey)
  function choose(next: Chosen) {
    setChosen(next)
    setPreview(null)
    const { file } = next
    if (!file) return
    void run(async () => {
      const start = file.slice(0, importPreviewBytes)
      setPreview(await sendFile(ofSite(`/api/v1/imports/preview?survey=${next.survey}`), start, typeOf(file)))
    })
  }
  return (
    <>
      <ImportFile surveys={surveys} chosen={chosen} choose={choose} busy={busy} />
      <Refusal error={error} />
      {/* Keyed: another file or another survey begins anew. */}
      {preview && survey && chosen.file && (
        <Reading
          key={`${survey.id} ${chosen.file.name} ${chosen.file.lastModified}`}
          {...{ preview, survey, stored }}
          file={chosen.file}
        />
      )}
    </>
  )
}

interface ReadingProps {
  file: File
  survey: Survey
  preview: ImportPreview
  stored: () => void
}

/** How the file is read, tried and then imported. */
function Reading({ file, survey, preview, stored }: ReadingProps) {
  const [mapping, setMapping] = useState<ImportMapping | null>(preview.mapping)
  const [trial, setTrial] = useState<ImportView | null>(null)
  const [done, setDone] = useState<ImportView | null>(null)
  const { busy, error, run } = useAction()
  const lacking = preview.columns.length === 0 ? '' : mapping && missing(mapping, preview.columns)
  function change(next: ImportMapping) {
    setMapping(next)
    setTrial(null)
    setDone(null)
  }
  const send = (query: string) => {
    const asked = mapping ? `&mapping=${encodeURIComponent(JSON.stringify(mapping))}` : ''
    return sendFile<ImportView>(ofSite(`/api/v1/imports?survey=${survey.id}${query}${asked}`), file, typeOf(file))
  }
  const tryOut = () => run(async () => setTrial(await send(`&dryRun=1&reasons=${dryRunReasons}`)))
  const store = () =>
    run(async () => {
      setDone(await send(''))
      stored()
    })
  return (
    <>
      <section class="block wide" aria-labelledby="columns">
        <div role="status">
          <h2 id="columns">{headingOf(preview)}</h2>
        </div>
        {preview.notes.map((note) => (
          <p key={note} class="soft">
            {note}
          </p>
        ))}
        {mapping ? (
          <>
            {preview.columns.length > 0 && <ImportColumns {...{ survey, preview, mapping, change }} />}
            <ImportOptions {...{ survey, preview, mapping, change }} />
          </>
        ) : (
          <p class="soft">Every column says by itself what it is. Nothing needs to be chosen.</p>
        )}
        {lacking !== '' && (
          <div class="row import-go">
            <button type="button" class={trial ? '' : 'primary'} disabled={busy || !!lacking} onClick={tryOut}>
              Try it
            </button>
            <span class="soft small">{busy && !trial ? 'Reading the file …' : (lacking ?? 'Nothing is stored yet.')}</span>
          </div>
        )}
        <Refusal error={error} />
      </section>
      {trial && <ImportTrial {...{ trial, done, busy, store }} fileName={file.name} />}
    </>
  )
}

function typeOf({ name }: File): string {
  return /\.(ndjson|jsonl)$/i.test(name) ? 'application/x-ndjson' : 'text/csv'
}

function headingOf({ format, name }: ImportPreview): string {
  if (format === 'other') return 'Which column is what?'
  return format === 'earshot' || format === 'delighted' ? `${name}, recognised` : `A ${name} file, recognised`
}
