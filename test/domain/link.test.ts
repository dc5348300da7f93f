import { expect, test } from 'vitest'
import { isWebLink } from '../../worker/domain/link.ts'
import { notLinks } from '../support/not-links.ts'

test.each([
  'https://shop.example',
  'https://shop.example/reviews?id=1#top',
  'http://localhost:8787/demo',
  'HTTPS://Shop.Example/',
  'https://shop.example/@name',
  'https://xn--mller-kva.example/ü',
])('%s is an address of the web', (link) => {
  expect(isWebLink(link)).toBe(true)
})

test.each(notLinks)('%j is none', (link) => {
  expect(isWebLink(link)).toBe(false)
})
