import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { messageOf } from '../../scripts/lib/mail-sink.ts'
import { type Letter, mailOf } from '../../worker/mail/letter.ts'
import { disabledLetter, invitationLetter, noticeLetter, replyLetter, signInLetter } from '../../worker/mail/letters.ts'
import { type Mail, mailFault, readSender, senderOf } from '../../worker/mail/mail.ts'
import { mailerOf } from '../../worker/mail/mailer.ts'

const mail: Mail = { to: 'ann@shop.example', subject: 'Hello', text: 'Hello\n', html: '<p>Hello</p>' }

describe('a mail', () => {
  it('is refused where anything of it would begin another header', () => {
    expect(mailFault(mail)).toBeUndefined()
    expect(mailFault({ ...mail, subject: 'Käse 🧀 for you' })).toBeUndefined()
    for (const end of ['\r\n', '\n', '\r', '\u0000', '\u0085', '\u2028', '\u2029']) {
      expect(mailFault({ ...mail, subject: `Hello${end}Bcc: eve@evil.example` })).toBe('the subject is no line')
      expect(mailFault({ ...mail, to: `ann@shop.example${end}Bcc: eve@evil.example` })).toBe('the address is none')
      expect(mailFault({ ...mail, headers: { 'List-Unsubscribe': `<https://a.example>${end}Bcc: e@evil.example` } })).toBe(
        'List-Unsubscribe is no line',
      )
      expect(mailFault({ ...mail, headers: { [`X-One: 1${end}Bcc`]: 'eve@evil.example' } })).toContain('is no header to add')
    }
  })

  it('comes under a name and has an address for answers, neither of which begins another header', () => {
    expect(mailFault({ ...mail, fromName: 'Käse & Wein', replyTo: 'help@shop.example' })).toBeUndefined()
    for (const replyTo of ['help@shop.example\r\nBcc: eve@evil.example', 'help', '', 'a@shop.example, b@shop.example'])
      expect(mailFault({ ...mail, replyTo })).toBe('the address for answers is none')
    expect(mailFault({ ...mail, fromName: 'Shop\r\nBcc: eve@evil.example' })).toBe('the name is no line')
    const from = { name: 'Earshot', email: 'feedback@shop.example' }
    expect(senderOf({ ...mail, fromName: 'Shop" <eve@evil.example>' }, from).name).toBe('Shop eve@evil.example')
    expect(senderOf({ ...mail, fromName: ' "" ' }, from)).toEqual(from)
  })

  it('goes to one address, as accounts have them', () => {
    for (const to of [
      '',
      'ann',
      'Ann@shop.example',
      'ann@shop.example, eve@evil.example',
      'Ann <ann@shop.example>',
      ' ann@shop.example',
    ])
      expect(mailFault({ ...mail, to })).toBe('the address is none')
  })

  it('has further headers, but none that say who writes to whom', () => {
    const headers = { 'List-Unsubscribe': '<https://a.example/u>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    expect(mailFault({ ...mail, headers })).toBeUndefined()
    for (const name of ['Bcc', 'bcc', 'To', 'From', 'Reply-To', 'Subject', 'Content-Type', 'Return-Path', ''])
      expect(mailFault({ ...mail, headers: { [name]: 'x' } })).toContain('is no header to add')
  })

  it('has a subject of at most 900 characters that says something', () => {
    expect(mailFault({ ...mail, subject: 'x'.repeat(900) })).toBeUndefined()
    for (const subject of ['', ' ', 'x'.repeat(901)]) expect(mailFault({ ...mail, subject })).toBe('the subject is no line')
  })
})

describe('a sender', () => {
  it.each([
    ['feedback@shop.example', { name: 'Earshot', email: 'feedback@shop.example' }],
    [' Shop, Ltd <Feedback@Shop.example> ', { name: 'Shop, Ltd', email: 'feedback@shop.example' }],
    ['<feedback@shop.example>', { name: 'Earshot', email: 'feedback@shop.example' }],
    ['', undefined],
    ['Shop', undefined],
    ['Shop <feedback>', undefined],
    ['"Shop" <feedback@shop.example>', undefined],
    ['Shop\r\nBcc: eve@evil.example <feedback@shop.example>', undefined],
    ['a@shop.example <b@shop.example> <c@shop.example>', undefined],
  ])('is read of %j', (text, sender) => expect(readSender(text)).toEqual(sender))
})

describe('an installation', () => {
  const none = { MAIL_FROM: '' }
  const from = { MAIL_FROM: 'feedback@shop.example' }

  it('sends no mail unless it has a sender and a way', () => {
    for (const settings of [none, from, { ...none, RESEND_API_KEY: 're_x' }, { MAIL_FROM: 'Shop', RESEND_API_KEY: 're_x' }])
      expect(mailerOf(settings)).toBeUndefined()
    expect(mailerOf({ ...from, RESEND_API_KEY: 're_x' })).toBeDefined()
  })

  it('keeps mails as files on its own machine alone', () => {
    expect(mailerOf({ ...none, MAIL_SINK: 'http://127.0.0.1:9/x' })).toBeDefined()
    for (const MAIL_SINK of ['http://evil.example/x', 'http://127.0.0.1.evil.example/', 'http://127.0.0.1@evil.example/', 'x'])
      expect(mailerOf({ ...none, MAIL_SINK })).toBeUndefined()
  })

  it('hands whatever is sound to Cloudflare, keeps its code and no words of a refusal, and nothing else', async () => {
    const handed: object[] = []
    const refusal = Object.assign(new Error('ann@shop.example is not verified'), { code: 'E_RECIPIENT_NOT_ALLOWED' })
    const outcomes = [undefined, undefined, refusal]
    const EMAIL = {
      send: async (message: object) => {
        handed.push(message)
        const failure = outcomes.shift()
        if (failure) throw failure
        return { messageId: 'one' }
      },
    }
    const mailer = mailerOf({ ...from, EMAIL })
    expect(await mailer?.send({ ...mail, subject: 'a\nBcc: b' })).toEqual({ ok: false, error: 'the subject is no line' })
    expect(handed).toEqual([])
    expect(await mailer?.send(mail)).toEqual({ ok: true })
    expect(handed).toEqual([{ ...mail, from: { name: 'Earshot', email: 'feedback@shop.example' } }])
    const named = { ...mail, fromName: 'Käse & Wein', replyTo: 'help@shop.example', id: 'msg_1' }
    expect(await mailer?.send(named)).toEqual({ ok: true })
    const sender = { name: 'Käse & Wein', email: 'feedback@shop.example' }
    expect(handed.at(-1)).toEqual({
      ...mail,
      replyTo: 'help@shop.example',
      headers: { 'X-Entity-Ref-ID': 'msg_1' },
      from: sender,
    })
    expect(await mailer?.send(mail)).toEqual({ ok: false, error: 'E_RECIPIENT_NOT_ALLOWED' })
  })
})

describe('letters', () => {
  const hostile = '"><script>alert(1)</script>&amp;'
  const url = 'https://feedback.shop.example/login/lt_x?a=1&b=2'
  const said = { day: '2026-11-02', question: 'How likely?', score: '2/10', comment: `It leaked.\n${hostile}` }
  const letters: [string, Letter][] = [
    ['signing in', signInLetter(url)],
    [
      'a download',
      noticeLetter({ site: hostile, name: hostile, did: 'downloaded responses', at: 'today', back: null, log: url }),
    ],
    ['a webhook that was disabled', disabledLetter({ name: hostile, state: 'gone', page: url })],
    [
      'a reply',
      replyLetter({ ...{ shop: hostile, subject: hostile, text: `Hello,\n\n${hostile}\nYours`, language: 'ar' }, said }),
    ],
    ['an invitation', invitationLetter({ site: hostile, role: 'owner', author: hostile, url })],
  ]
  // What pages shouldn't have and mail programs need: looks in each element, and attributes of HTML 4 on tables.
  const rules = { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' } as const
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules })

  it.each(letters)('%s: valid HTML, which asks nobody for anything and says what the text says', async (_, letter) => {
    const { html, text, subject } = mailOf(letter, 'ann@shop.example')
    const { results } = await validator.validateString(html)
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(|@import/i)
    const seen = html.replace(/<head>.*<\/head>/s, '').replaceAll(/<[^>]+>/g, '')
    const lines = letter.parts.flatMap((part) => [...part.text.split('\n'), ...('notes' in part ? part.notes : [])])
    for (const said of [...(letter.title ? [letter.title] : []), ...lines]) {
      expect(text).toContain(said)
      expect(unescaped(seen)).toContain(said)
    }
    if (letter.parts.some(({ kind }) => kind === 'button')) {
      expect(text).toContain(url)
      expect(html).toContain('href="https://feedback.shop.example/login/lt_x?a=1&amp;b=2"')
    }
    expect(mailFault({ ...mail, subject })).toBeUndefined()
  })

  it('to a shopper is the shop’s, in its language, with what they had said', () => {
    const letter = replyLetter({ shop: 'Käse & Wein', subject: 'Sorry', text: 'Hello,\n\nsorry.\nYours', language: 'de', said })
    const { html, text } = mailOf({ ...letter }, 'ann@shop.example')
    expect(text).toBe(`Hello,\n\nsorry.\nYours\n\n> It leaked.\n> ${hostile}\nHow likely? 2/10\n2. November 2026\n`)
    expect(html).toContain('<html lang="de" dir="ltr">')
    expect(html).toContain('>Käse &amp; Wein</td>')
    expect(html).not.toContain('Earshot')
    expect(mailOf({ ...letter, language: 'ar' }, 'ann@shop.example').html).toContain('dir="rtl"')
  })

  it('would not pass with a hole in them', async () => {
    const { html } = mailOf(signInLetter(url), 'ann@shop.example')
    const { valid } = await validator.validateString(html.replace('</h1>', ''))
    expect(valid).toBe(false)
  })
})

describe('a mail as a file', () => {
  it('is a message that mail programs read', () => {
    const subject = 'Invitation to Käse, Wein & more'
    const message = messageOf({ ...mail, subject, headers: { 'List-Unsubscribe': '<https://a.example>' } }, new Date(0))
    const lines = message.split('\r\n')
    expect(lines.every((line) => line.length <= 78 && !line.includes('\n'))).toBe(true)
    expect(lines).toContain('To: ann@shop.example')
    expect(lines).toContain('From: Earshot <earshot@localhost>')
    expect(messageOf({ ...mail, fromName: 'Fern & Loom', replyTo: 'help@shop.example' }, new Date(0))).toContain(
      `From: =?utf-8?B?${Buffer.from('Fern & Loo').toString('base64')}?=\r\n =?utf-8?B?${Buffer.from('m').toString('base64')}?= <earshot@localhost>\r\nTo: ann@shop.example\r\nReply-To: help@shop.example\r\n`,
    )
    expect(lines).toContain('Date: Thu, 01 Jan 1970 00:00:00 +0000')
    expect(lines).toContain('List-Unsubscribe: <https://a.example>')
    const words = [...message.matchAll(/=\?utf-8\?B\?(\S+)\?=/g)].map(([, word = '']) => Buffer.from(word, 'base64').toString())
    expect(words.join('')).toBe(subject)
    expect(lines).toContain(Buffer.from(mail.html).toString('base64'))
  })
})

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
