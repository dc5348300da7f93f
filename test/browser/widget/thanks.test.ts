import { describe, expect, test } from 'vitest'
import type { Thanks } from '../../../worker/contract/thanks.ts'
import { contentFrom } from '../../support/survey-content.ts'
import { until } from '../../support/widget-page.ts'
import { score, useStill } from './questions/ground.ts'

const { sent, shopper, visit } = useStill()

describe('the thanks', () => {
  const link = { text: 'Read how we pack', url: 'https://shop.example/packing' }
  const review = { text: 'Review us in public', url: 'https://reviews.example/fern' }
  const thanks: Thanks = {
    title: 'Thank you',
    text: 'Your answer helps.',
    review,
    by: {
      promoter: { title: 'Thank you, fan', text: '', coupon: 'FERN-10' },
      detractor: { title: 'Thank you, and sorry', text: '', link },
    },
  }
  const thanked = contentFrom({ metric: 'nps', questions: [score], thanks })
  const links = () => shopper.page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))

  test.each([
    [10, 'Thank you, fan', [review.url], ['FERN-10']],
    [8, 'Thank you', [review.url], []],
    [2, 'Thank you, and sorry', [link.url, review.url], []],
  ])('depend on the category, but for the review link, which all are offered: %i', async (point, title, urls, coupons) => {
    await visit(thanked)
    await shopper.cell(point).click()
    await shopper.page.getByRole('heading', { name: title, exact: true }).waitFor()
    expect(await links()).toEqual(urls)
    expect(await shopper.page.getByRole('code').allTextContents()).toEqual(coupons)
  })

  test.each([
    ['copied', ['clipboard-read', 'clipboard-write']],
    ['selected where the clipboard is out of reach', []],
  ])('a code is %s', async (_name, permissions) => {
    await visit(thanked, { permissions })
    await shopper.cell(10).click()
    await shopper.page.getByRole('button', { name: 'Copy code' }).click()
    if (permissions.length > 0) {
      await shopper.page.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await shopper.page.evaluate(() => navigator.clipboard.readText())).toBe('FERN-10')
    } else {
      await until(async () => (await shopper.page.evaluate(() => getSelection()?.toString())) === 'FERN-10')
      expect(await shopper.page.getByRole('button', { name: 'Copy code' }).count()).toBe(1)
    }
    expect(shopper.noise).toEqual([])
  })

  test('the page goes on to where the shop sends its shoppers, once the answer is stored', async () => {
    const redirect = `${shopper.host.url}/thanks`
    await visit(contentFrom({ metric: 'nps', questions: [score], thanks: { title: 'Thanks', text: '', redirect } }))
    await shopper.cell(10).click()
    await shopper.page.waitForURL(redirect)
    expect(sent()).toEqual([{ answers: { score: 10 }, complete: true }])
  })

  test('the page stays where an answer is taken back before it goes on', async () => {
    const redirect = `${shopper.host.url}/thanks`
    await visit(contentFrom({ metric: 'nps', questions: [score], thanks: { title: 'Thanks', text: '', redirect } }))
    await shopper.page.clock.install()
    await shopper.page.evaluate("window.going=[];navigation.addEventListener('navigate',e=>going.push(e.destination.url))")
    await shopper.cell(10).click()
    await shopper.page.getByRole('button', { name: 'Delete my answer' }).click()
    await shopper.page.getByRole('heading', { name: 'Your answer has been deleted.' }).waitFor()
    await shopper.page.clock.runFor(5000)
    expect(await shopper.page.evaluate('going')).toEqual([])
  })

  test.each([
    'javascript:window.struck=1',
    'data:text/html,<p>struck',
    ' https://shop.example',
    '//shop.example',
    'java\nscript:1',
  ])('an address that is none of the web leads nowhere, whoever let it through: %j', async (url) => {
    const bad = { text: 'Click', url }
    const content = { ...thanked, thanks: { title: 'Thank you', text: '', redirect: url, link: bad, review: bad } }
    await visit(content)
    await shopper.page.clock.install()
    await shopper.cell(8).click()
    await shopper.thanks().waitFor()
    await until(async () => (await shopper.heardNames()).includes('completed'))
    await shopper.page.clock.runFor(5000)
    expect(await links()).toEqual([])
    expect(shopper.page.url()).toBe(`${shopper.host.url}/`)
    expect(await shopper.page.evaluate('[window.struck, violations]')).toEqual([undefined, []])
  })
})
