import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { Owner } from './ground.ts'

/** What an owner comes to afterwards. */
export function later(owner: Owner): void {
  test('another time zone says what it does before it is saved, and is marked on the trend and in its table', async () => {
    await owner.page.goto(`${owner.earshot.url}/settings`)
    const zone = owner.page.getByLabel('Time zone')
    expect(await zone.inputValue()).toBe('Europe/Berlin')
    await zone.selectOption('Pacific/Kiritimati')
    await owner.page.getByText('Answers counted until then keep their day in Europe/Berlin').waitFor()
    const form = owner.page.locator('form').filter({ has: zone })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved').waitFor()
    await owner.page.getByText('A day in the reports is a day there.').waitFor()

    const headers = owner.headers()
    const { surveys } = (await (await owner.page.request.get(`${owner.earshot.url}/api/v1/surveys`, { headers })).json()) as {
      surveys: Survey[]
    }
    const survey = surveys[0]?.id
    for (let i = 0; i < 30; i++) {
      const step = {
        site: await owner.siteKey(),
        survey,
        version: 1,
        submission: crypto.randomUUID(),
        seq: 1,
        complete: true,
        answers: { score: 6 },
      }
      expect((await owner.page.request.post(`${owner.earshot.url}/v1/responses`, { headers, data: step })).status()).toBe(201)
    }
    await owner.page.goto(`${owner.earshot.url}/surveys/${survey}`)
    const trend = owner.page.locator('.trend')
    const words = 'Days of Pacific/Kiritimati from here on, before of Europe/Berlin'
    await trend.locator('.flag-words').getByText(words).waitFor()
    expect(await trend.locator('.flags circle').count()).toBe(1)
    expect(await trend.locator('.legend').innerText()).toContain('changed time zone, see below')
    await trend.getByText('Show as a table').click()
    await trend.getByRole('row').filter({ hasText: words }).waitFor()
  })

  test('a shop without tags is offered some to begin with', async () => {
    await owner.page.goto(`${owner.earshot.url}/tags`)
    const offer = owner.page.getByRole('region', { name: 'Begin with what shops hear most' })
    await expect.poll(() => offer.getByRole('listitem').count()).toBe(10)
    await offer.getByRole('button', { name: 'Add these 10 tags' }).click()
    await owner.page.getByRole('row', { name: /^Delivery/ }).waitFor()
    expect(await offer.count()).toBe(0)
    expect(await owner.page.getByRole('row').count()).toBe(11)
  })

  test('personal data is replaced in what shoppers type until the owner says otherwise', async () => {
    const surveys = await owner.page.request.get(`${owner.earshot.url}/api/v1/surveys`)
    const [survey] = ((await surveys.json()) as { surveys: Survey[] }).surveys
    const said = async (why: string) => {
      const submission = crypto.randomUUID()
      const data = {
        site: await owner.siteKey(),
        survey: survey?.id,
        version: 1,
        submission,
        seq: 1,
        complete: true,
        answers: { why },
      }
      const sent = await owner.page.request.post(`${owner.earshot.url}/v1/responses`, {
        data,
        headers: { Origin: 'https://shop.example' },
      })
      expect(sent.status()).toBe(201)
      const feed = await owner.page.request.get(`${owner.earshot.url}/api/v1/responses?limit=1`)
      return ((await feed.json()) as { items: { comment: string }[] }).items[0]?.comment
    }
    expect(await said('Mail me: jo@mail.example')).toBe('Mail me: [e-mail]')
    await owner.page.goto(`${owner.earshot.url}/settings`)
    const replace = owner.page.getByRole('checkbox', { name: 'Replace personal data' })
    expect(await replace.isChecked()).toBe(true)
    await replace.uncheck()
    const form = owner.page.locator('form').filter({ has: replace })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved').waitFor()
    expect(await said('Mail me at jo@mail.example')).toBe('Mail me at jo@mail.example')
    await owner.page.reload()
    expect(await replace.isChecked()).toBe(false)
  })

  test('a used link says so, and asking for another mails one, to a file here, and prints it in the terminal', async () => {
    await owner.page.goto(`${owner.earshot.url}/settings`)
    await owner.page.getByRole('button', { name: 'Sign out here' }).click()
    // The settings have a field of that name too.
    await owner.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await owner.page.getByLabel('E-mail address').fill('olive@shop.example')
    await owner.page.getByRole('button', { name: 'Get a sign-in link' }).click()
    await owner.page.getByText('a link is on its way there').waitFor()
    const printed = await owner.printedLink()
    const mails = join(owner.earshot.stateDir, 'mails')
    const kept = () => (existsSync(mails) ? readdirSync(mails).filter((file) => file.endsWith('.html')) : [])
    await expect.poll(kept).toHaveLength(1)
    expect(readFileSync(join(mails, kept()[0] ?? ''), 'utf8')).toContain(`href="${printed}"`)
    await owner.page.goto(printed)
    await owner.page.getByRole('button', { name: 'Sign in' }).click()
    await owner.page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
    expect((await owner.page.goto(printed))?.status()).toBe(410)
    await owner.page.getByText('This link has been used or has expired').waitFor()
  })
}
