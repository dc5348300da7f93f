import { expect, it } from 'vitest'
import { readWords } from '../../../worker/domain/words/reading.ts'
import { comments, nobodys, strangers } from './comments.ts'

const languageOf = (text: string, hint?: string) => readWords(text, hint).language
const all = Object.entries(comments).flatMap(([language, texts]) => texts.map((text) => ({ language, text })))

/** Half of a short Danish comment is Norwegian too. */
const least: Record<string, number> = { da: 4 }

it.each(Object.keys(comments))('tells %s by its words, and hardly ever calls it something else', (language) => {
  const told = comments[language]?.map((text) => languageOf(text)) ?? []
  expect(told.filter((one) => one === language).length, told.join(' ')).toBeGreaterThanOrEqual(least[language] ?? 9)
  expect(told.filter((one) => one !== language && one !== '').length, told.join(' ')).toBeLessThanOrEqual(1)
})

it('tells nearly all with the hint of a page in the same language', () => {
  const missed = all.filter(({ language, text }) => languageOf(text, language) !== language)
  expect(missed.length / all.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.03)
})

it('does not believe the page where the words are plainly of another language', () => {
  const wrong = all.filter(
    ({ language, text }) => !['', language].includes(languageOf(text, language === 'en' ? 'de-DE' : 'en-GB')),
  )
  expect(wrong.length / all.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.03)
})

it('takes the page for what few and ambiguous words leave open', () => {
  expect(languageOf('Super', 'de-AT')).toBe('de')
  expect(languageOf('最高', 'ja')).toBe('ja')
  expect(languageOf('最高', 'zh-Hans')).toBe('zh')
  expect(languageOf('Odlično, brzo', 'hr')).toBe('sr')
})

it.each(nobodys)('calls %j no language', (text) => expect(languageOf(text)).toBe(''))

it.each(strangers)('calls %j none of the languages it knows', (text) => expect(languageOf(text)).toBe(''))

it('makes nothing of a hint that is no language', () => {
  for (const hint of ['', '-', 'xx', '__proto__', 'constructor', 'x'.repeat(35)]) expect(languageOf('Super', hint)).toBe('')
})
