import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { languagesPage, languagesPath } from '../../scripts/languages.ts'
import { readLocales } from '../../scripts/lib/locales.ts'
import { ContactChannel } from '../../worker/contract/question.ts'
import { Definition } from '../../worker/contract/survey.ts'
import { contentOf } from '../../worker/domain/content.ts'
import { definitionFaults, draftOf } from '../../worker/domain/definition.ts'
import { canonicalTag, directionOf } from '../../worker/domain/languages.ts'
import english from '../../worker/locales/en.ts'

const locales = await readLocales()
const metrics = ['nps', 'csat', 'ces', 'none'] as const

/** Every text of a file by its place in it. */
function leaves(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, one]): [string, string][] =>
    typeof one === 'string' ? [[`${path}${key}`, one]] : leaves(one, `${path}${key}.`),
  )
}
const textsOf = ({ words, standard }: typeof english) => leaves({ words, standard })
const placesOf = (text: string) => (text.match(/\{\w*\}/g) ?? []).sort()
const originals = new Map(textsOf(english))

test('there are at least 30 languages, German and Dutch in both ways of address', () => {
  const tags = locales.map(([name]) => name)
  expect(new Set(tags.map((tag) => tag.replace(/-x-informal$/, ''))).size).toBeGreaterThanOrEqual(30)
  expect(tags).toEqual(expect.arrayContaining(['de', 'de-x-informal', 'nl', 'nl-x-informal', 'ar', 'he']))
})

describe.each(locales)('%s', (name, locale) => {
  test('is what its file is called, rightly spelt, and is written the right way', () => {
    expect(locale.tag).toBe(name)
    expect(canonicalTag(name)).toBe(name)
    expect(locale.dir).toBe(directionOf(name))
    expect(locale.name.trim()).not.toBe('')
  })

  test('says everything, with the places English has', () => {
    const texts = textsOf(locale)
    expect(texts.map(([path]) => path).sort()).toEqual([...originals.keys()].sort())
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).toBe(text.trim())
      expect(placesOf(text), path).toEqual(placesOf(originals.get(path) ?? ''))
    }
  })

  test.each(metrics)('makes a survey of %s that is taken, with ends and categories that differ', (metric) => {
    const draft = draftOf({ name: 'S', metric, locale: name }, 'Fern & Loom', locale.standard)
    expect(Definition.safeParse(draft).error).toBeUndefined()
    expect(definitionFaults(draft)).toEqual([])
    if (metric === 'none') return
    const { low, high, why, text, ...byCategory } = locale.standard[metric]
    expect(low).not.toBe(high)
    expect(new Set([text, why, ...Object.values(byCategory)]).size).toBe(5)
  })

  test('keeps what is sent before an NPS survey is seen under 950 bytes', () => {
    const definition = draftOf({ name: 'S', metric: 'nps', locale: name }, 'Fern & Loom', locale.standard)
    const survey = { id: 'srv_8Qm2vT7LxRb4', version: 3, touchpoint: 'order-success' }
    const site = { name: 'Fern & Loom', settings: { privacyUrl: 'https://fern-and-loom.example/privacy' } }
    const content = contentOf({ survey, definition, locale: name, words: locale.words, site })
    expect(brotliCompressSync(JSON.stringify(content)).length).toBeLessThan(950)
  })
})

test('every word is one that the widget or a survey’s own page says', () => {
  const folders = ['widget', 'worker/routes/hosted', 'worker/domain'].map((path) => join(import.meta.dirname, '../..', path))
  const sources = folders
    .flatMap((folder) => readdirSync(folder, { recursive: folder.endsWith('widget'), withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((source) => /\bwords\b/.test(source))
  // A contact field's label is the word called as its channel.
  sources.push(ContactChannel.options.join(' '))
  const { asks, ...words } = english.words
  expect(asks).toContain('{site}')
  expect(Object.keys(words).filter((key) => !sources.some((source) => new RegExp(`\\b${key}\\b`).test(source)))).toEqual([])
})

test('docs/languages.md lists them, and which are drafts', () => {
  expect(readFileSync(languagesPath, 'utf8')).toBe(languagesPage(locales.map(([, locale]) => locale)))
})
