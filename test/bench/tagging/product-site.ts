import type { ResponseItem } from '../../../worker/contract/response.ts'
import type { Learning, Tag } from '../../../worker/contract/tags.ts'
import type { Account } from '../../support/account.ts'

/** A row of a file to import. */
export interface ImportRow {
  id: string
  comment: string
  score?: number
}

const rowsAtOnce = 2_000

/** What the bench does with the product's API beside plain calls. */
export function apiOf(url: string, { apiKey, call }: Account) {
  const headers = { Authorization: `Bearer ${apiKey}` }
  async function ask<Result>(method: string, path: string, body?: object): Promise<Result> {
    const init = { method, headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) } }
    const answer = await fetch(new URL(path, url), { ...init, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Result
  }
  return {
    ask,
    async publishSurvey(survey: object): Promise<string> {
      const { id } = await call<{ id: string }>('/api/v1/surveys', survey)
      await call(`/api/v1/surveys/${id}/publish`, {})
      return id
    },
    /** Stores rows, in files small enough to be stored at once. What is answered takes them back. */
    async importRows(survey: string, rows: readonly ImportRow[]): Promise<() => Promise<void>> {
      const imports: string[] = []
      for (let i = 0; i < rows.length; i += rowsAtOnce) {
        const body = rows
          .slice(i, i + rowsAtOnce)
          .map((row) => JSON.stringify(row))
          .join('\n')
        const file = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/x-ndjson' }, body }
        const answer = await fetch(new URL(`/api/v1/imports?survey=${survey}`, url), file)
        const view = (await answer.json()) as { import: string; rejected?: number }
        if (answer.status !== 200 || view.rejected)
          throw new Error(`the import answered ${answer.status}: ${JSON.stringify(view)}`)
        imports.push(view.import)
      }
      return async () => {
        for (const id of imports) await ask('DELETE', `/api/v1/imports/${id}`)
      }
    },
    /** Every response of a survey, by the id it was imported with. */
    async responsesOf(survey: string): Promise<Map<string, ResponseItem>> {
      const found = new Map<string, ResponseItem>()
      let cursor: string | null = ''
      while (cursor !== null) {
        const query: string = `survey=${survey}&limit=200${cursor && `&cursor=${cursor}`}`
        const page: { items: ResponseItem[]; next: string | null } = await ask('GET', `/api/v1/responses?${query}`)
        for (const item of page.items) found.set(item.externalId ?? '', item)
        cursor = page.next
      }
      return found
    },
    makeTag: (tag: object) => call<Tag>('/api/v1/tags', tag),
    /** Learns from the corrections so far, until the past is tagged by it too. */
    async retrain(): Promise<Learning> {
      await ask('POST', '/api/v1/tags/retrain')
      return await this.settled()
    },
    async settled(): Promise<Learning> {
      for (let asked = 1; ; asked++) {
        const learning = await ask<Learning>('GET', '/api/v1/tags/learning')
        if (learning.state === 'idle') return learning
        await new Promise((resolve) => setTimeout(resolve, 50))
        // What a request's own time didn't suffice for is left to the jobs that the platform starts.
        if (asked % 200 === 0) await fetch(new URL('/cdn-cgi/local/scheduled', url))
      }
    },
  }
}

export type Api = ReturnType<typeof apiOf>
