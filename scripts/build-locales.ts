/** Makes static files of the languages, and of the tags to begin with: the worker reads what it needs, since all would weigh on its bundle. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { starterTags } from '../worker/domain/tagging/starter.ts'
import { root } from './lib/install.mjs'
import { readLocales } from './lib/locales.ts'

/** Writes dist/assets/l/ and the list of languages in worker/generated; answers the files' paths relative to dist/assets. */
export async function buildLocales(): Promise<string[]> {
  const locales = await readLocales()
  const standards = Object.fromEntries(locales.map(([tag, { standard }]) => [tag, standard]))
  const files: [path: string, content: object][] = [
    ['l/standard.json', standards],
    ['l/starter-tags.json', starterTags],
    ...locales.map(([tag, { words }]): [string, object] => [`l/${tag}.json`, words]),
  ]
  mkdirSync(join(root, 'dist/assets/l'), { recursive: true })
  for (const [path, content] of files) writeFileSync(join(root, 'dist/assets', path), JSON.stringify(content))
  mkdirSync(join(root, 'worker/generated'), { recursive: true })
  const tags = JSON.stringify(locales.map(([tag]) => tag))
  const source = `// Written by scripts/build-locales.ts.\nexport const localeTags: readonly string[] = ${tags}\n`
  writeFileSync(join(root, 'worker/generated/locales.ts'), source)
  return files.map(([path]) => path)
}
