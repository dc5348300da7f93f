import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../scripts/lib/d1.ts'
import { run } from '../../scripts/lib/run.ts'
import { draftOf } from '../../worker/domain/definition.ts'
import english from '../../worker/locales/en.ts'
import { listLines } from '../../worker/store/audit.ts'
import { publishVersion } from '../../worker/store/survey-versions.ts'
import { insertSurvey } from '../../worker/store/surveys.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'earshot-'))
afterAll(() => rmSync(stateDir, { recursive: true, force: true }))

async function admin(...words: string[]): Promise<{ code: number; output: string }> {
  return await run(process.execPath, ['scripts/admin.ts', ...words], { env: { STATE_DIR: stateDir } })
}
async function answered<T>(...words: string[]): Promise<T> {
  const { code, output } = await admin(...words, '--json')
  expect(code, output).toBe(0)
  return JSON.parse(output) as T
}

describe('the admin command', () => {
  // Each call is a process of its own, which opens the database first.
  it('makes a site, its keys and links, takes and writes files, erases, proves the counts; the log tells of all of it', async () => {
    const about = ['--name=Shop', '--origins=https://shop.example', '--time-zone=Europe/Berlin']
    const { site } = await answered<{ site: { id: string; key: string } }>(
      ...['create-site', ...about, '--email=olive@shop.example', '--person=Olive Owner'],
    )
    expect(site.key).toMatch(/^pk_/)
    const refused = await admin('create-site', ...about, '--email=olive@shop.example', '--person=\u200b')
    expect([refused.code, refused.output]).toEqual([1, '--person=\u200b is not a name of 1 to 120 characters\n'])

    const { apiKey } = await answered<{ apiKey: string }>('api-key', '--role=viewer')
    expect(apiKey).toMatch(/^sk_/)
    const { loginUrl } = await answered<{ loginUrl: string }>('login-link', 'olive@shop.example')
    expect(loginUrl).toContain('/login/')

    const { db, close } = await openEmbedded(stateDir)
    try {
      // Surveys are made in the dashboard; this one as it would be.
      const draft = draftOf({ name: 'Product page', metric: 'csat' }, 'Shop', english.standard)
      const about = { id: 'srv_file', site: site.id, name: 'Product page', metric: 'csat', points: 5, touchpoint: '' } as const
      const fresh = { draft, state: 'draft', version: 0, revision: 1, created_at: 1, updated_at: 1 } as const
      const row = { ...about, ...fresh, goal: null, edited_by: null, edited_at: 1, editor: null }
      await insertSurvey(db, row)
      await publishVersion(db, row, {}, 1)
      const file = join(stateDir, 'file.csv')
      writeFileSync(file, 'id,score,comment\n1,5,Fine\n2,1,Late\n')
      expect(await answered('import', file, '--survey=srv_file', '--dry-run')).toMatchObject({ stored: 2 })
      expect(await answered('import', file, '--survey=srv_file')).toMatchObject({ stored: 2, duplicates: 0 })
      expect(await answered('recount', '--verify')).toEqual({
        results: [{ survey: 'srv_file', name: 'Product page', drift: [] }],
      })

      const copy = join(stateDir, 'copy.csv')
      expect(await answered('export', copy, '--survey=srv_file')).toEqual({ file: copy, rows: 2 })
      expect(readFileSync(copy, 'utf8')).toMatch(/^\ufeff.*score.*\r\n(.*(Late|Fine).*\r\n){2}$/s)
      expect((await admin('export', copy)).code).toBe(1)
      // Erased, its row of the export made before does not come back.
      const submission = await db.query.selectFrom('responses').select('submission').where('score', '=', 1).executeTakeFirst()
      expect(await answered('erase', `--person=${submission?.submission}`)).toEqual({ responses: 1 })
      expect(await answered('import', copy, '--survey=srv_file')).toMatchObject({ stored: 0 })

      const { items } = await listLines(db, site.id, {}, 10)
      const actor = { id: 'key_admin', name: 'Admin command' }
      expect(items.reverse()).toMatchObject([
        { actor, action: 'POST /api/v1/sites', object: site.id, status: 200 },
        { actor, action: 'POST /api/v1/keys', object: expect.stringMatching(/^key_/), status: 200 },
        { actor, action: 'POST /api/v1/imports', object: expect.stringMatching(/^imp_/), status: 200 },
        { actor, action: 'GET /api/v1/exports/responses.csv', status: 200 },
        { actor, action: 'GET /api/v1/exports/responses.csv', status: null },
        { actor, action: 'DELETE /api/v1/respondents/{respondent}', status: 200 },
        { actor, action: 'POST /api/v1/imports', status: 200 },
      ])
    } finally {
      await close()
    }
  }, 240_000)
})
