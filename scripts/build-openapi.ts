import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { apiPage, type Document } from './api-page/page.ts'
import { root } from './lib/install.mjs'

/** What is made of the routes, below dist/assets. */
export const openApiFiles = ['l/openapi.json', 'api/docs.html', 'api/docs.css'] as const

/** Writes the OpenAPI document, which the worker serves as it is, and the page that shows it. Needs what worker/generated holds. */
export async function buildOpenApi(): Promise<void> {
  const { app } = await import('../worker/app.ts')
  const { describe } = await import('../worker/openapi.ts')
  const document = describe(app)
  const sheets = ['dashboard/styles/tokens.css', 'dashboard/styles/base.css', 'scripts/api-page/page.css']
  write('l/openapi.json', JSON.stringify(document))
  write('api/docs.html', apiPage(document as Document))
  write('api/docs.css', sheets.map((path) => readFileSync(join(root, path), 'utf8')).join('\n'))
}

function write(path: (typeof openApiFiles)[number], text: string): void {
  const target = join(root, 'dist/assets', path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}
