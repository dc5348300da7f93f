import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { launchChromium } from '../support/chromium.ts'
import { startPlainShop } from '../support/plain-shop.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

let earshot: Earshot
let browser: Browser
let page: Page
let shop: Awaited<ReturnType<typeof startPlainShop>>
let apiKey: string
const complaints: string[] = []

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false }), launchChromium()])
  shop = await startPlainShop(earshot.url)
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  // Asking who is signed in is answered 401 before anybody is; Chromium reports that as an error of its own.
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.text().includes('401') && complaints.push(message.text()),
  )
  page.on('pageerror', (error) => complaints.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await shop?.stop()
  await earshot?.stop()
})

test('from an empty installation to an answer from a page of another origin and its score, by the interface alone', async () => {
  await page.goto(`${earshot.url}/sign-in#token=mistyped`)
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('Your e-mail address').fill('olive@shop.example')
  await page.getByLabel('Name of the shop').fill('Olive & Oil')
  await page.getByLabel('Address of the shop').fill('shop.example')
  expect(await page.getByRole('checkbox', { name: 'https://shop.example' }).isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: 'https://www.shop.example' }).isChecked()).toBe(true)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByRole('button', { name: 'Set up' }).click()

  // A wrong token is shown only now, to be put right beside all that was typed.
  await page.getByRole('alert').getByText('the setup token is wrong').waitFor()
  expect(await page.getByLabel('Setup token').inputValue()).toBe('mistyped')
  expect(await page.getByLabel('Name of the shop').inputValue()).toBe('Olive & Oil')
  await page.getByLabel('Setup token').fill(earshot.setupToken)
  await page.getByRole('button', { name: 'Set up' }).click()

  // The tag, the key once, and the way in; opening the link alone uses nothing up.
  await page.getByText(`<script async src="${earshot.url}/w/pk_`).waitFor()
  apiKey = await page.getByText(/^sk_/).innerText()
  await page.getByRole('link', { name: 'Continue to sign in' }).click()
  await page.waitForURL(/\/login\/lt_/)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
  await page.getByText('Two steps to the first answer').waitFor()

  await page.getByRole('main').getByRole('link', { name: 'New survey' }).click()
  await page.getByRole('radio', { name: /Customer Effort Score/ }).check()
  await page.getByText('Olive & Oil made it easy for me to handle my issue.').waitFor()
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByRole('heading', { name: 'Customer Effort Score' }).waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Checkout')
  await page.getByRole('link', { name: 'When and where' }).click()
  await page.getByLabel('Touchpoint').selectOption('Checkout')
  await page.getByLabel('Seconds on the page before it shows').fill('0')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('link', { name: 'See its results' }).click()
  await page.getByText('live · version 1').waitFor()
  await page.getByText('No scores in these days.').waitFor()

  // The tag and the policy as they are copied, on a page that allows nothing else.
  await page.getByRole('link', { name: 'Install', exact: true }).click()
  const policy = await copied('Copy the policy')
  shop.serve({ head: await copied('Copy the tag with a touchpoint'), policy })
  const first = await look()
  await first.getByText(/^Seen on 127\.0\.0\.1:\d+ .*, but not on the list$/).waitFor()
  await page.getByRole('button', { name: `Add ${shop.url} to the list` }).click()
  await first.getByText('It is on the list now.').waitFor()
  const second = await look()
  await second.getByText(/^Seen on 127\.0\.0\.1:\d+ (just now|\d+ seconds ago)\.$/).waitFor()
  await second.getByText('It may send, and surveys are live.').waitFor()

  const violations = await shopperAnswers('It went through at once')
  expect(violations).toEqual([])
  await page.getByRole('link', { name: 'Checkout', exact: true }).click()
  await expect.poll(() => page.locator('.score.big').innerText()).toContain('6.00')
  await page.getByText('It went through at once').waitFor()
})

test.each([
  ['a policy that lets nothing be sent', () => tag().policy('script-src HOST'), /^Seen on .*, but it can’t send$/],
  ['a policy by nonce', () => tag('nonce="n1"').policy("script-src 'nonce-n1'; connect-src HOST"), /^Seen on .*\.$/],
  ['the tag of nobody', () => tag('', 'pk_mistyped').policy(''), /^127\.0\.0\.1:\d+ has another tag$/],
] as const)('a look at a page with %s says so', async (_name, served, said) => {
  shop.serve(await served())
  await page.goto(`${earshot.url}/install`)
  await (await look()).getByText(said).waitFor()
})

test('a look at a page of a site that waits for consent says whether it was given', async () => {
  const waiting = (requireConsent: boolean) => patchSite({ requireConsent })
  await waiting(true)
  shop.serve(await tag().policy(''))
  await page.goto(`${earshot.url}/install`)
  const opened = page.context().waitForEvent('page')
  const result = await look()
  await result.getByText(/^It waits for consent/).waitFor()
  await (await opened).evaluate("earshot('consent', true)")
  await result.getByText('It sends, and the page has given consent.').waitFor()
  await waiting(false)
})

test('from a path of the shop’s own domain, whose policy then names no other host, everything is loaded and answers arrive', async () => {
  await page.goto(`${earshot.url}/install`)
  const form = page.locator('form').filter({ hasText: 'Your address for it' })
  await form.getByLabel('Your address for it').fill('https://elsewhere.example/earshot')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('Your address for it').fill(`${shop.url}/earshot`)
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Saved').waitFor()
  const head = await copied('Copy the tag with a touchpoint')
  expect(head).toContain(`src="${shop.url}/earshot/w/pk_`)
  shop.serve({ head, policy: "script-src 'self'; connect-src 'self'" })
  await (await look()).getByText(/^Seen on 127\.0\.0\.1:\d+ .*\.$/).waitFor()
  expect(await shopperAnswers('From the shop alone', (url) => url.startsWith(shop.url))).toEqual([])
  const feed = await page.request.get(`${earshot.url}/api/v1/responses?limit=1`)
  expect(((await feed.json()) as { items: { comment: string }[] }).items[0]?.comment).toBe('From the shop alone')
  await patchSite({ tagHost: '' })
})

test('another time zone says what it does before it is saved, and is marked on the trend and in its table', async () => {
  await page.goto(`${earshot.url}/settings`)
  const zone = page.getByLabel('Time zone')
  expect(await zone.inputValue()).toBe('Europe/Berlin')
  await zone.selectOption('Pacific/Kiritimati')
  await page.getByText('Answers counted until then keep their day in Europe/Berlin').waitFor()
  const form = page.locator('form').filter({ has: zone })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Saved').waitFor()
  await page.getByText('A day in the reports is a day there.').waitFor()

  const headers = { Authorization: `Bearer ${apiKey}` }
  const { surveys } = (await (await page.request.get(`${earshot.url}/api/v1/surveys`, { headers })).json()) as {
    surveys: Survey[]
  }
  const survey = surveys[0]?.id
  for (let i = 0; i < 30; i++) {
    const step = {
      site: await siteKey(),
      survey,
      version: 1,
      submission: crypto.randomUUID(),
      seq: 1,
      complete: true,
      answers: { score: 6 },
    }
    expect((await page.request.post(`${earshot.url}/v1/responses`, { headers, data: step })).status()).toBe(201)
  }
  await page.goto(`${earshot.url}/surveys/${survey}`)
  const trend = page.locator('.trend')
  const words = 'Days of Pacific/Kiritimati from here on, before of Europe/Berlin'
  await trend.locator('.flag-words').getByText(words).waitFor()
  expect(await trend.locator('.flags circle').count()).toBe(1)
  expect(await trend.locator('.legend').innerText()).toContain('changed time zone, see below')
  await trend.getByText('Show as a table').click()
  await trend.getByRole('row').filter({ hasText: words }).waitFor()
})

test('a shop without tags is offered some to begin with', async () => {
  await page.goto(`${earshot.url}/tags`)
  const offer = page.getByRole('region', { name: 'Begin with what shops hear most' })
  await expect.poll(() => offer.getByRole('listitem').count()).toBe(10)
  await offer.getByRole('button', { name: 'Add these 10 tags' }).click()
  await page.getByRole('row', { name: /^Delivery/ }).waitFor()
  expect(await offer.count()).toBe(0)
  expect(await page.getByRole('row').count()).toBe(11)
})

test('personal data is replaced in what shoppers type until the owner says otherwise', async () => {
  const surveys = await page.request.get(`${earshot.url}/api/v1/surveys`)
  const [survey] = ((await surveys.json()) as { surveys: Survey[] }).surveys
  const said = async (why: string) => {
    const submission = crypto.randomUUID()
    const data = { site: await siteKey(), survey: survey?.id, version: 1, submission, seq: 1, complete: true, answers: { why } }
    const sent = await page.request.post(`${earshot.url}/v1/responses`, { data, headers: { Origin: 'https://shop.example' } })
    expect(sent.status()).toBe(201)
    const feed = await page.request.get(`${earshot.url}/api/v1/responses?limit=1`)
    return ((await feed.json()) as { items: { comment: string }[] }).items[0]?.comment
  }
  expect(await said('Mail me: jo@mail.example')).toBe('Mail me: [e-mail]')
  await page.goto(`${earshot.url}/settings`)
  const replace = page.getByRole('checkbox', { name: 'Replace personal data' })
  expect(await replace.isChecked()).toBe(true)
  await replace.uncheck()
  const form = page.locator('form').filter({ has: replace })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Saved').waitFor()
  expect(await said('Mail me at jo@mail.example')).toBe('Mail me at jo@mail.example')
  await page.reload()
  expect(await replace.isChecked()).toBe(false)
})

test('a used link says so, and asking for another prints one in the terminal', async () => {
  await page.goto(`${earshot.url}/settings`)
  await page.getByRole('button', { name: 'Sign out here' }).click()
  // The settings have a field of that name too.
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail address').fill('olive@shop.example')
  await page.getByRole('button', { name: 'Get a sign-in link' }).click()
  await page.getByText('a link was made').waitFor()
  const printed = await printedLink()
  await page.goto(printed)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
  expect((await page.goto(printed))?.status()).toBe(410)
  await page.getByText('This link has been used or has expired').waitFor()
})

test('no screen complained', () => {
  // The wrong token is a 403, the used link a 410 and another shop's address a 422, which Chromium reports too.
  expect(complaints.filter((text) => !/403|410|422/.test(text))).toEqual([])
})

/** What a press of a button copies. */
async function copied(name: string): Promise<string> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  return await page.evaluate('navigator.clipboard.readText()')
}

/** Has the shop's page opened and looked at; answers where the result is told. */
async function look() {
  await page.getByLabel('A page of your shop').fill(`${shop.url}/`)
  const opened = page.waitForResponse((answer) => answer.url().includes('/api/v1/checks') && answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Open it and look' }).click()
  await opened
  return page.locator('.check-result')
}

/** The tag with attributes or another key, and a policy in which HOST is this server. */
const tag = (attributes = '', key = '') => ({
  policy: async (policy: string) => ({
    head: `<script async ${attributes} src="${earshot.url}/w/${key || (await siteKey())}.js"></script>`,
    policy: policy.replaceAll('HOST', earshot.url),
  }),
})

/** Somebody who has never been here answers; what the page's policy stopped. */
async function shopperAnswers(why: string, isAllowed = (_url: string) => true): Promise<string[]> {
  const shopper = await (await browser.newContext()).newPage()
  const elsewhere: string[] = []
  shopper.on('request', (request) => isAllowed(request.url()) || elsewhere.push(request.url()))
  await shopper.addInitScript(
    "window.stopped=[];addEventListener('securitypolicyviolation',e=>stopped.push(e.violatedDirective+' '+e.blockedURI))",
  )
  await shopper.goto(`${shop.url}/`)
  await shopper.getByRole('radio', { name: /^6 out of 7/ }).click()
  await shopper.getByRole('textbox').fill(why)
  await shopper.getByRole('button', { name: 'Send' }).click()
  await shopper.getByRole('heading', { name: 'Thank you' }).waitFor()
  const stopped = await shopper.evaluate<string[]>('stopped')
  await shopper.context().close()
  return [...stopped.filter((text) => !text.includes('favicon')), ...elsewhere]
}

async function patchSite(change: object): Promise<void> {
  const headers = { Authorization: `Bearer ${apiKey}` }
  const { sites } = (await (await page.request.get(`${earshot.url}/api/v1/sites`, { headers })).json()) as {
    sites: { id: string }[]
  }
  const done = await page.request.patch(`${earshot.url}/api/v1/sites/${sites[0]?.id}`, { headers, data: change })
  expect(done.status()).toBe(200)
}

async function siteKey(): Promise<string> {
  const me = await page.request.get(`${earshot.url}/api/v1/me`)
  const { sites } = (await me.json()) as { sites: { key: string }[] }
  return sites[0]?.key ?? ''
}

/** The link the server prints once it has made it; the page's own requests keep the wait going. */
async function printedLink(): Promise<string> {
  let link: string | undefined
  while (!link) {
    await page.request.get(`${earshot.url}/healthz`)
    link = earshot.output().match(/http:\S+\/login\/lt_\w+/)?.[0]
  }
  return link
}
