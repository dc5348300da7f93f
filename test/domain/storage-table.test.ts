import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storagePrefix } from '../../widget/seam.ts'

const page = readFileSync(new URL('../../docs/consent.md', import.meta.url), 'utf8')
test('the page for shop owners lists exactly what lies in a shopper’s browser', () => {
  const key = `${storagePrefix}SITE_KEY`
  const rows = [...page.matchAll(/^\| `(earshot:[^`]+)` \| (localStorage|sessionStorage)/gm)].map(([, name, where]) => [
    where,
    name,
  ])
  expect(rows.sort()).toEqual([
    ['localStorage', key],
    ['localStorage', `${key}:ID`],
    ['sessionStorage', key],
    ['sessionStorage', `${key}.landing`],
  ])
})

test('nothing else of the widget touches storage, and nothing sets a cookie', () => {
  const all = ['loader', 'survey', 'more', 'core', 'why'].flatMap((folder) => filesOf(folder))
  const touching = all.filter(([, source]) => /\b(local|session)Storage\b|indexedDB|caches\./.test(source)).map(([path]) => path)
  const senses = ['loader/senses/landing.ts', 'loader/senses/visitor.ts']
  const panel = ['why/host.ts', 'why/try-as.tsx']
  expect(touching.sort()).toEqual([
    'core/replay.ts',
    'loader/memory.ts',
    ...senses,
    'survey/half.ts',
    'survey/queue.ts',
    ...panel,
  ])
  expect(all.filter(([, source]) => /document\.cookie|cookieStore/.test(source))).toEqual([])
})

function filesOf(folder: string): [path: string, source: string][] {
  const at = new URL(`../../widget/${folder}/`, import.meta.url)
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(new URL(name, at), 'utf8')])
}
