import { describe, expect, test } from 'vitest'
import { focusOn } from '../../support/demo.ts'
import type { Editor } from './ground.ts'

/** A survey from its template on, and its questions. */
export function drafting(on: Editor): void {
  const { preview, asked, point, saved, question, open, part, survey, questionIds } = on

  describe('an owner', () => {
    test('begins with a template and sees it as shoppers will, each branch of it', async () => {
      await on.page.goto('/surveys/new')
      await on.page.getByRole('radio', { name: /^Delivery/ }).check()
      await on.page.getByText('How was the delivery?').waitFor()
      await on.page.getByRole('button', { name: 'Make the draft' }).click()
      await on.page.getByRole('heading', { level: 1, name: 'Delivery' }).waitFor()
      await asked('How was the delivery?')
      await point(2).check({ force: true })
      await preview().getByRole('button', { name: 'Next' }).click()
      await asked('What went wrong?')
      await on.page.getByRole('button', { name: 'Start again' }).click()
      await point(5).check({ force: true })
      await asked('What did you like most?')
    })

    test('edits words, which are saved by themselves and seen at once, where the shopper is', async () => {
      await open(3)
      await on.page.getByLabel('To satisfied').fill('What pleased you?')
      await asked('What pleased you?')
      await saved()
      expect((await survey()).questions[2]).toMatchObject({ id: 'why', textBy: { satisfied: 'What pleased you?' } })
      await preview().getByRole('button', { name: 'Next' }).click()
      await preview().getByRole('button', { name: 'Send' }).click()
      await asked('Thank you')
      await part('Thank-you')
      await on.page.locator('.room').first().getByLabel('Title').fill('Thanks a lot')
      await asked('Thanks a lot')
    })

    test('adds a question, moves it by keyboard and by pointer, and takes another away', async () => {
      await part('Questions')
      await on.page.getByRole('button', { name: 'Free text', exact: true }).click()
      await question(5).getByLabel('Question', { exact: true }).fill('Anything else?')
      await on.page.getByRole('button', { name: 'Move question 5: arrow keys, or drag' }).press('ArrowUp')
      await on.page.getByText('Question 5 is now number 4 of 5.').waitFor()
      // Focus goes along.
      await focusOn(on.page.locator('#handle-text'))
      await on.page.keyboard.press('ArrowUp')
      await on.page.getByText('Question 4 is now number 3 of 5.').waitFor()
      await saved()
      expect(await questionIds()).toEqual(['score', 'wrong', 'text', 'why', 'reach'])

      const handle = await on.page.locator('#handle-text').boundingBox()
      const last = await question(5).boundingBox()
      if (!handle || !last) throw new Error('the questions are not drawn')
      await on.page.mouse.move(handle.x + 10, handle.y + 10)
      await on.page.mouse.down()
      await on.page.mouse.move(handle.x + 10, last.y + last.height - 2, { steps: 5 })
      await on.page.mouse.up()
      await on.page.getByText('Question 3 is now number 5 of 5.').waitFor()
      await on.page.getByRole('button', { name: 'Remove question 5' }).click()
      await on.page.getByRole('button', { name: 'Yes, remove question 5' }).click()
      await saved()
      expect(await questionIds()).toEqual(['score', 'wrong', 'why', 'reach'])
    })

    test('says in plain words where a question leads, and finds the shopper led there', async () => {
      await open(2)
      await question(2).getByRole('button', { name: 'Add a branch' }).click()
      await question(2).getByLabel('Depends on').selectOption('answer')
      await question(2).getByText('If the answer is “It came late”, go to the end.').waitFor()
      await on.page.getByRole('button', { name: 'Start again' }).click()
      await point(1).check({ force: true })
      await preview().getByRole('button', { name: 'Next' }).click()
      await preview().getByRole('checkbox', { name: 'It came late' }).check()
      await preview().getByRole('button', { name: 'Send' }).waitFor()
      await preview().getByRole('checkbox', { name: 'It came late' }).uncheck()
      await preview().getByRole('button', { name: 'Next' }).waitFor()
    })
  })
}
