import { describe, expect, it } from 'vitest'
import { isEmail, isPhone } from '../../worker/domain/contact.ts'

describe('an e-mail address', () => {
  it.each([
    'a@b.example',
    'Ann.Lee+shop@mail.shop.example',
    "o'neil@shop.example",
    'jürgen@müller.example',
    '"odd"@shop.example',
    `${'a'.repeat(241)}@shop.example`,
  ])('may be %s', (text) => {
    expect(isEmail(text)).toBe(true)
  })

  it.each([
    '',
    'ann',
    'ann@shop',
    '@shop.example',
    'ann@.example',
    'ann@shop.',
    'ann@shop..example',
    'ann@@shop.example',
    'ann@lee@shop.example',
    'ann lee@shop.example',
    'ann@shop.example\r\nBcc: b@evil.example',
    'ann\u0000@shop.example',
    'ann\u200b@shop.example',
    'ann\u202e@shop.example',
    `${'a'.repeat(242)}@shop.example`,
  ])('is not %j', (text) => {
    expect(isEmail(text)).toBe(false)
  })
})

describe('a phone number', () => {
  it.each(['123456', '+49 (30) 123-456/78', '030.1234.5678', '1'.repeat(20), `${'1 '.repeat(19)} 1`])('may be %s', (text) => {
    expect(isPhone(text)).toBe(true)
  })

  it.each([
    '',
    '12345',
    '1'.repeat(21),
    '123456 ext. 7',
    '123456\n',
    '123\u0000456',
    'tel:123456',
    '------',
    `${'1 '.repeat(19)}  1`,
  ])('is not %j', (text) => {
    expect(isPhone(text)).toBe(false)
  })
})
