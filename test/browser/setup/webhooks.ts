import { expect, test } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { Owner } from './ground.ts'

/** Who else is told. */
export function webhooks(owner: Owner): void {
  test('a webhook is added with its secret, tested, its log read, and removed', async () => {
    const { page, earshot } = owner
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await page.goto(`${earshot.url}/settings`)
    await page.getByRole('link', { name: 'Webhooks' }).click()
    await page.getByText('Nobody is told yet').waitFor()
    const address = page.getByLabel('Address')
    await address.fill('https://127.0.0.1/hook')
    await button('Add it').click()
    await page.getByText('names a host, not an address').waitFor()
    await address.fill('https://erp.receiver.example/hook')
    await page.getByLabel('Name, if you like').fill('ERP')
    await button('Add it').click()
    await page.getByText('shown only now').waitFor()
    const secret = await owner.copied('Copy the secret')
    expect(secret).toMatch(/^whsec_/)
    await page.getByRole('link', { name: 'ERP' }).click()

    // Nobody is there: that is told, and nothing else.
    await button('Send a test').click()
    await page.getByText('Not delivered: no connection.').waitFor()
    await page.getByText('Nothing yet.').waitFor()
    const { surveys } = (await (await page.request.get('/api/v1/surveys', { headers: owner.headers() })).json()) as {
      surveys: Survey[]
    }
    const submission = crypto.randomUUID()
    const about = { site: await owner.siteKey(), survey: surveys[0]?.id, version: 1, submission, seq: 1, complete: true }
    const data = { ...about, answers: { score: 6 } }
    expect((await page.request.post('/v1/responses', { headers: owner.headers(), data })).status()).toBe(201)
    await page.request.get('/cdn-cgi/handler/scheduled?cron=*+*+*+*+*')
    await page.reload()
    const line = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')
    await line.getByText('not delivered yet: no connection').waitFor()
    await line.getByRole('button', { name: /^Send msg_\w+ again$/ }).click()
    await line.getByText('on its way').waitFor()

    await button('New secret').click()
    await page.getByText('For 24 hours the one before signs too').waitFor()
    expect(await owner.copied('Copy the secret')).not.toBe(secret)
    await button('Pause').click()
    await page.getByText('it hears nothing of what happens meanwhile').waitFor()
    await button('Resume').click()
    await button('Pause').waitFor()
    await button('Remove ERP').click()
    await button('Yes, remove ERP').click()
    await page.getByText('Nobody is told yet').waitFor()
  })
}
