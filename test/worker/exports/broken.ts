import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { pageRows } from '../../../worker/store/exports.ts'
import { db } from '../support/shop.ts'
import { download, manyResponses, shop } from './ground.ts'

/** The database, telling of each page of responses it is asked for. */
function watched(): { db: D1Database; pages: () => number } {
  let pages = 0
  const prepare = (sql: string) => {
    if (sql.includes('"responses"."comment"')) pages++
    return db.prepare(sql)
  }
  const proxy = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return prepare
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db: proxy, pages: () => pages }
}

const linesOf = (chunk: Uint8Array | undefined) => new TextDecoder().decode(chunk).split('\n').length - 1

export function broken(): void {
  describe('a long export', () => {
    const rows = 10_000
    let survey = ''
    beforeAll(async () => {
      survey = await manyResponses(rows)
    })

    it('reads a page only when the one before has been taken', async () => {
      for (const ending of ['csv', 'ndjson']) {
        const { db: counted, pages } = watched()
        const context = createExecutionContext()
        const headers = { Authorization: `Bearer ${shop.apiKey}` }
        const request = new Request(`https://earshot.test/api/v1/exports/responses.${ending}?survey=${survey}`, { headers })
        const answer = await app.fetch(request, { ...env, DB: counted }, context)
        const reader = answer.body?.getReader()
        let taken = 0
        for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
          taken += linesOf(next.value)
          expect(next.value.length).toBeLessThan(256 * 1024)
          // One chunk of 250 rows lies ready, so at a page's end the next one may have been read.
          expect(pages()).toBeLessThanOrEqual(Math.floor((taken + 500) / pageRows) + 1)
        }
        await waitOnExecutionContext(context)
        expect(taken).toBe(ending === 'csv' ? rows + 1 : rows)
      }
    })

    it.each(['csv', 'ndjson'])('breaks off where a page fails, and never ends as if it were whole: %s', async (ending) => {
      const reader = (await download(ending, `?survey=${survey}`)).body?.getReader()
      expect((await reader?.read())?.done).toBe(false)
      await db.exec('ALTER TABLE segment_sets RENAME TO hidden')
      try {
        const toTheEnd = async () => {
          while (!(await reader?.read())?.done);
        }
        await expect(toTheEnd()).rejects.toThrow()
      } finally {
        await db.exec('ALTER TABLE hidden RENAME TO segment_sets')
      }
    })

    it('stops reading when the client goes away', async () => {
      const { db: counted, pages } = watched()
      const headers = { Authorization: `Bearer ${shop.apiKey}` }
      const request = new Request(`https://earshot.test/api/v1/exports/responses.csv?survey=${survey}`, { headers })
      const answer = await app.fetch(request, { ...env, DB: counted }, createExecutionContext())
      const reader = answer.body?.getReader()
      await reader?.read()
      await reader?.cancel()
      expect(pages()).toBeLessThanOrEqual(1)
    })
  })
}
