import { describe, expect, test } from 'vitest'
import { originsOffered } from '../../dashboard/models/origins.ts'

const cases: [typed: string, offered: string[]][] = [
  ['shop.example', ['https://shop.example', 'https://www.shop.example']],
  ['https://shop.example/cart?x=1', ['https://shop.example', 'https://www.shop.example']],
  ['www.shop.example', ['https://shop.example', 'https://www.shop.example']],
  ['HTTP://WWW.Shop.Example', ['http://shop.example', 'http://www.shop.example']],
  ['shop.co.uk', ['https://shop.co.uk', 'https://www.shop.co.uk']],
  ['blog.shop.example', ['https://blog.shop.example']],
  ['http://localhost:8080', ['http://localhost:8080']],
  ['https://shop.example:8443', ['https://shop.example:8443', 'https://www.shop.example:8443']],
  ['bücher.example', ['https://xn--bcher-kva.example', 'https://www.xn--bcher-kva.example']],
  ['', []],
  ['shop', []],
  ['ftp://shop.example', []],
  ['javascript:alert(1)', []],
]

describe('the origins a typed address stands for', () => {
  test.each(cases)('%s', (typed, offered) => {
    expect(originsOffered(typed)).toEqual(offered)
  })
})
