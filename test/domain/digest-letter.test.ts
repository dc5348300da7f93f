import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { DigestLanguage } from '../../worker/contract/digest.ts'
import type { DigestFigures, SurveyFigures } from '../../worker/domain/digest-figures.ts'
import { digestLetter } from '../../worker/mail/digest-letter.ts'
import { mailOf } from '../../worker/mail/letter.ts'
import { mailFault } from '../../worker/mail/mail.ts'

const hostile = '"><script>alert(1)</script>&amp;'
const leave = 'https://feedback.shop.example/unsubscribe/dig_x-1?a=1&b=2'

const orders: SurveyFigures = {
  ...{ id: 'srv_1', name: 'Order success', metric: 'nps', n: 1212, before: 980 },
  ...{ score: 31.84, interval: [25.1, 38.6], change: 4.06, changeInterval: [-1, 9], distinguishable: false },
  responseRate: 0.1462,
  drivers: {
    weeks: null,
    list: [
      {
        ...{ dimension: 'tag', value: 'Delivery', n: 140, score: -12.4, interval: null, share: 0.11 },
        ...{
          without: { n: 1072, score: 35.2, interval: null },
          effect: -47.6,
          effectInterval: null,
          impact: -5.24,
          p: 0,
          kept: true,
        },
      },
    ],
  },
}
const products: SurveyFigures = {
  ...{ id: 'srv_2', name: hostile, metric: 'csat', n: 9, before: 0, caution: 'few and skewed answers' },
  ...{ score: 88.9, interval: [61, 100], change: null, changeInterval: null, distinguishable: null },
  ...{ responseRate: null, drivers: { weeks: 12, list: [] } },
}
const comments: SurveyFigures = {
  ...{ ...products, id: 'srv_3', name: 'Ideas', metric: 'none', n: 1, before: 3, score: null, interval: null, drivers: null },
}
const figures: DigestFigures = {
  period: { from: '2026-11-16', to: '2026-11-22' },
  n: 1222,
  surveys: [orders, products, comments],
  beyond: 1,
  praises: [{ comment: `Lovely.\nReally ${hostile}`, score: 10, survey: 'Order success' }],
  problems: [{ comment: `Late ${'x'.repeat(300)}`, score: null, survey: hostile }],
  cases: { new: 3, inProgress: 1, overdue: 1, unowned: 2 },
}
const letterIn = (language: DigestLanguage, more: object = {}) =>
  digestLetter({
    ...{ site: 'Fern & Loom', name: hostile, frequency: 'weekly', language, figures },
    ...{ home: 'https://feedback.shop.example/', unsubscribe: leave, ...more },
  })

// What pages shouldn't have and mail programs need: looks in each element, and attributes of HTML 4 on tables.
const rules = { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' } as const
const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules })

describe.each(['en', 'de', 'nl'] as const)('a digest in %s', (language) => {
  const letter = letterIn(language)
  const mail = mailOf(letter, 'ann@shop.example')

  it('is valid HTML in its language, which asks nobody for anything', async () => {
    const { results } = await validator.validateString(mail.html)
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
    expect(mail.html).toContain(`<html lang="${language}" dir="ltr">`)
    expect(mail.html).not.toMatch(/<script|<img|<link|src=|url\(|@import/i)
    expect(mailFault(mail)).toBeUndefined()
  })

  it('says the same as text, and shows what shoppers wrote as they wrote it', () => {
    const seen = unescaped(
      mail.html
        .replace(/<head>.*<\/head>/s, '')
        .replaceAll('<br>', '\n')
        .replaceAll(/<[^>]+>/g, ''),
    )
    const texts = letter.parts.flatMap((part) => [
      part.text,
      ...('notes' in part ? part.notes : []),
      ...(part.kind === 'row' ? [part.value, part.note] : []),
    ])
    for (const said of texts) expect(seen).toContain(said)
    const plain = mail.text.replaceAll('> ', '')
    for (const said of texts) expect(plain).toContain(said)
    expect(mail.text).toContain(`> Lovely.\n> Really ${hostile}`)
    expect(seen).not.toContain('x'.repeat(290))
  })

  it('is left by one click, RFC 8058', () => {
    expect(mail.headers).toEqual({
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(mail.text).toContain(leave)
    expect(mail.html).toContain(`href="${leave.replace('&', '&amp;')}"`)
  })
})

describe('what a digest says', () => {
  const saidIn = (language: DigestLanguage, more: object = {}) => mailOf(letterIn(language, more), 'a@b.example').text

  it('has the score with its interval, the change with what chance makes of it, and how many answered', () => {
    const text = saidIn('en')
    expect(text).toContain('31.8\nNPS of 1,212 answers, 95 % interval 25.1 to 38.6.\n')
    expect(text).toContain('4.1\u00a0points higher than the week before; that may be chance.\nResponse rate 14.6\u00a0%.')
    expect(text).toContain('88.9\u00a0%\nCSAT of 9 answers')
    expect(text).toContain('Nobody answered the week before.')
    expect(text).toContain('−5.2  Comments on Delivery\n−12.4 of 140 answers, everybody else 35.2')
    expect(text).toContain('What lifts or lowers it most, by more than chance:')
    expect(text).toContain('No segment and no tag stands out by more than chance, over 12 weeks neither.')
    expect(text).toContain('1\nresponse\n3 the week before.')
    expect(text).toContain('4 open: 3 new, 1 in progress. 1 overdue, 2 without an owner.')
    expect(text).toContain('And 1 more survey in the dashboard.')
  })

  it('writes days and numbers as the language does', () => {
    expect(letterIn('en').subject.replaceAll(/\s/g, ' ')).toMatch(/^Fern & Loom, 16 – 22 November 2026: Order success 31\.8$/)
    expect(letterIn('de').subject.replaceAll(/\s/g, ' ')).toMatch(
      /^Fern & Loom, 16\. ?– ?22\. November 2026: Order success 31,8$/,
    )
    expect(letterIn('nl').subject.replaceAll(/\s/g, ' ')).toMatch(/^Fern & Loom, 16 ?– ?22 november 2026: Order success 31,8$/)
    expect(letterIn('en', { figures: { ...figures, surveys: [orders] } }).subject).toMatch(/: NPS 31\.8$/)
    const month = { frequency: 'monthly', figures: { ...figures, period: { from: '2026-10-01', to: '2026-10-31' } } }
    expect(letterIn('de', month).title).toBe('Fern & Loom, Oktober 2026')
    expect(saidIn('de', month)).toContain('4,1\u00a0Punkte höher als im Monat davor; das kann Zufall sein.')
  })

  it('says that nothing changed where nothing is seen to, and that a fall is real where it is', () => {
    const changed = (change: number, distinguishable: boolean) =>
      saidIn('en', { figures: { ...figures, surveys: [{ ...orders, change, distinguishable }] } })
    expect(changed(-0.04, false)).toContain('The same as the week before.')
    expect(changed(-9.2, true)).toContain('9.2\u00a0points lower than the week before, by more than chance.')
  })

  it('leaves out what the reader may not know, and the way out where there is none', () => {
    expect(saidIn('en', { figures: { ...figures, cases: null } })).not.toContain('open')
    const trial = letterIn('en', { unsubscribe: undefined })
    expect(trial.headers).toBeUndefined()
    expect(mailOf(trial, 'a@b.example').text).not.toContain('Unsubscribe')
  })
})

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
