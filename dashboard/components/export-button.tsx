import { useAction } from '../models/action.ts'
import { mayDownload, ofSite } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** Downloads all that a list goes on to show; `query` as the feed takes it. */
export function ExportButton({ query }: { query: string }) {
  const { busy, error, run } = useAction()
  const params = new URLSearchParams(query)
  // The feed's pages are its own.
  params.delete('limit')
  const href = ofSite(`/api/v1/exports/responses.csv?${params}`)
  const download = () => run(async () => void ((await mayDownload()) && location.assign(href)))
  return (
    <>
      <button type="button" disabled={busy} onClick={download}>
        Export CSV
      </button>
      <Refusal error={error} />
    </>
  )
}
