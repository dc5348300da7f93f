import { expect, test } from 'vitest'
import { makeSibling, settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

const word = (id: string, text: string) => ({ id, text })
const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  {
    id: 'missing',
    type: 'choices',
    text: 'What was missing?',
    choices: [word('price', 'A better price'), word('size', 'My size')],
  },
  { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: '', high: '' },
  { id: 'why', type: 'text', text: 'Why?' },
]

/** Answers to further questions filter as everything does: the comments, since scores aren't counted by them. */
export function answers(reader: Reader) {
  test('an answer to a further question narrows the comments, says so, is a chip and stands in the address', async () => {
    const id = await makeSibling(reader.page, 'With more', [10, 9, 3, 10, 8, 0], {
      questions,
      answers: (i) => ({ missing: i % 2 ? ['price', 'size'] : ['size'], fit: 1 + (i % 2), why: `Comment ${i}` }),
    })
    await reader.page.goto(new URL(`/surveys/${id}`, reader.page.url()).href)
    await settled(reader.page)
    const n = await reader.n()
    const further = reader.page.getByRole('region', { name: 'Further questions' })
    const said = () => reader.page.locator('.said > p:first-child').allInnerTexts()
    const notice = reader.page.getByText('narrow these comments only')
    await expect.poll(async () => (await said()).length).toBe(6)
    expect(await notice.count()).toBe(0)

    await further.getByRole('button', { name: 'A better price' }).click()
    await reader.until('answer.missing', 'price')
    await expect.poll(said).toEqual(['Comment 5', 'Comment 3', 'Comment 1'])
    expect(await further.getByRole('button', { name: 'A better price' }).getAttribute('aria-pressed')).toBe('true')
    await notice.waitFor()
    // Counted for all: neither the score nor the answers to the question itself follow.
    expect(await reader.n()).toBe(n)
    expect(await further.innerText()).toMatch(/My size\s+6/)

    // What somebody answered does the same where it stands beside their words.
    const first = reader.page.locator('.verbatim').first()
    await first.getByRole('button', { name: 'My size' }).click()
    await reader.until('answer.missing', 'size')
    await expect.poll(async () => (await said()).length).toBe(6)
    await further.getByRole('button', { name: '1', exact: true }).click()
    await reader.until('answer.fit', '1')
    await expect.poll(said).toEqual(['Comment 4', 'Comment 2', 'Comment 0'])
    await reader.page.reload()
    await settled(reader.page)
    await expect.poll(said).toEqual(['Comment 4', 'Comment 2', 'Comment 0'])
    await reader.button('Remove the filter comments: answered My size').click()
    await reader.until('answer.missing', null)
    await further.getByRole('button', { name: '1', exact: true }).click()
    await reader.until('answer.fit', null)
    await expect.poll(async () => (await said()).length).toBe(6)
  })
}
