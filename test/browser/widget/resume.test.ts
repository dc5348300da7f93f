import { describe, expect, test } from 'vitest'
import { surveyContent } from '../../support/survey-content.ts'
import type { HostOptions } from '../../support/widget-host.ts'
import { nps, until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const text = () => shopper.page.getByRole('textbox')
const typesShown = () => shopper.host.displays.map((batch) => batch.events[0]?.type).sort()

/** A score given and a comment begun, on a page where the survey is due. */
async function begin(options: HostOptions = nps) {
  await shopper.visit(options)
  await shopper.cell(9).click()
  await text().fill('The linen, bec')
  await until(() => shopper.host.responses.length === 1 && shopper.host.displays.length === 2)
}

describe('a survey half-finished', () => {
  test.each([
    ['after a reload', () => shopper.page.reload()],
    ['on the next page', () => shopper.page.goto(`${shopper.host.url}/shoes`)],
  ])(
    '%s goes on with the score and the typed text, as the same response, and is not counted as shown again',
    async (_name, go) => {
      await begin()
      await go()
      await shopper.dialog().waitFor()
      expect(await shopper.cell(9).isChecked()).toBe(true)
      expect(await text().inputValue()).toBe('The linen, bec')
      await text().pressSequentially('ause')
      await shopper.send().click()
      await shopper.thanks().waitFor()
      const [first, second, ...others] = shopper.host.responses
      expect(second).toMatchObject({ submission: first?.submission, seq: 2, complete: true })
      expect(second?.answers).toEqual({ score: 9, why: 'The linen, because' })
      expect(others).toEqual([])
      expect(typesShown()).toEqual(['shown', 'started'])
      expect(await shopper.heardNames()).toEqual(['ready', 'completed'])
    },
  )

  test('opens again on pages where it would not be due', async () => {
    await begin({ ...nps, surveys: [{ gates: { path: [['/'], []], rest: [90, 30, 7] } }] })
    await shopper.page.goto(`${shopper.host.url}/shoes`)
    await shopper.dialog().waitFor()
    expect(await shopper.cell(9).isChecked()).toBe(true)
  })

  test('keeps away from pages the shop excludes, and goes on after them', async () => {
    await begin({ ...nps, surveys: [{ gates: { path: [[], ['/payment*']], rest: [90, 30, 7] } }] })
    await shopper.page.goto(`${shopper.host.url}/payment`)
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect(await shopper.dialog().count()).toBe(0)
    await shopper.page.goto(`${shopper.host.url}/shoes`)
    await shopper.dialog().waitFor()
    expect(await text().inputValue()).toBe('The linen, bec')
  })

  test('starts afresh where a new version has been published', async () => {
    await begin()
    const [before] = shopper.host.responses
    shopper.host.serve({ contents: { srv_1: surveyContent('nps', { version: 4 }) } })
    await shopper.page.reload()
    await shopper.dialog().waitFor()
    expect(await shopper.page.getByRole('radio', { checked: true }).count()).toBe(0)
    await shopper.cell(2).click()
    await until(() => shopper.host.responses.length === 1 && shopper.host.displays.length === 2)
    expect(shopper.host.responses[0]).toMatchObject({ version: 4, seq: 1, answers: { score: 2 } })
    expect(shopper.host.responses[0]?.submission).not.toBe(before?.submission)
    expect(typesShown()).toEqual(['shown', 'started'])
  })

  test.each([
    ['closing it', () => shopper.page.getByRole('button', { name: 'Close' }).click()],
    ['sending it', () => shopper.send().click()],
    ['reset', () => shopper.page.evaluate("earshot('reset')")],
  ])('is over after %s: the next page does not open it again', async (_name, end) => {
    await begin({ ...nps, surveys: [{ gates: { path: [['/'], []] } }] })
    await end()
    await shopper.page.goto(`${shopper.host.url}/shoes`)
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect(await shopper.dialog().count()).toBe(0)
  })

  test('is not another tab’s', async () => {
    await begin({ ...nps, surveys: [{ gates: { path: [['/'], []] } }] })
    const other = await shopper.page.context().newPage()
    await other.goto(`${shopper.host.url}/shoes`)
    await expect.poll(() => other.evaluate('heard.map(([name]) => name)')).toEqual(['ready', 'skipped'])
    expect(await other.getByRole('dialog').count()).toBe(0)
  })

  test('outlasts a page on which its content cannot be loaded', async () => {
    await begin({ ...nps, surveys: [{ gates: { path: [['/'], []] } }] })
    shopper.host.serve({ ...nps, broken: 'html', surveys: [{ gates: { path: [['/'], []] } }] })
    await shopper.page.goto(`${shopper.host.url}/shoes`)
    await until(async () => (await shopper.heardNames()).length > 1)
    shopper.host.serve({ ...nps, surveys: [{ gates: { path: [['/'], []] } }] })
    await shopper.page.goto(`${shopper.host.url}/hats`)
    await shopper.dialog().waitFor()
    expect(await text().inputValue()).toBe('The linen, bec')
  })
})
