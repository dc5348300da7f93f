import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/lib/install.mjs'
import { access } from '../../worker/domain/access.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
}, 120_000)
afterAll(() => product?.stop())

/** Parts of libraries are left out of the bundle: what needs one of them would fail there and nowhere else. */
test('the bundle that is deployed tells every route, and what each takes', async () => {
  const answer = await fetch(new URL('/api/openapi.json', product.url))
  expect(answer.status).toBe(200)
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, object>> }
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told).toEqual(expect.arrayContaining(Object.keys(access)))
  expect(JSON.stringify(paths['/api/v1/notes']?.post)).toContain('"maxLength":500')
  expect(JSON.stringify(paths['/v1/responses']?.post)).toContain('"submission"')
})

test('what is served passes the recommended rules of a linter of such documents, without a warning', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-openapi-'))
  try {
    const path = join(folder, 'openapi.json')
    await writeFile(path, await (await fetch(new URL('/api/openapi.json', product.url))).text())
    const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
    // It asks nobody whether it is the newest, and tells nobody that it ran.
    const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'lint', path, '--config=redocly.yaml', '--format=json'],
      {
        cwd: root,
        env: { ...process.env, ...quiet },
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    const { totals, problems } = JSON.parse(stdout) as { totals: object; problems: { ruleId: string; message: string }[] }
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
    expect(totals).toEqual({ errors: 0, warnings: 0, ignored: 0 })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('and stands on a page to read, every operation of it, without a script or style of its own', async () => {
  const html = await readFile(join(root, 'dist/assets/api/docs.html'), 'utf8')
  expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|(src|href)="(https?:)?\/\//)
  const document = await fetch(new URL('/api/openapi.json', product.url))
  const { paths } = (await document.json()) as { paths: Record<string, Record<string, { operationId: string }>> }
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect([...html.matchAll(/<details id="(\w+)"/g)].map(([, id]) => id).sort()).toEqual(ids.sort())
})
