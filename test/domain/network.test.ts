import { describe, expect, it } from 'vitest'
import { networkOf } from '../../worker/domain/network.ts'

describe('the network of an address', () => {
  it('is the address of IPv4, however it is written', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
    expect(networkOf(' 203.0.113.7 ')).toBe('203.0.113.7')
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  })

  it('is the first 64 bits of IPv6', () => {
    expect(networkOf('2a02:8109:1:2:3:4:5:6')).toBe('2a02:8109:1:2::/64')
    expect(networkOf('2A02:8109:1:2::1')).toBe('2a02:8109:1:2::/64')
    expect(networkOf('2a02:8109:1:3::1')).toBe('2a02:8109:1:3::/64')
    expect(networkOf('2a02::1')).toBe('2a02:0:0:0::/64')
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:DB8:0001:0002::9')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0::/64')
    expect(networkOf('fe80::')).toBe('fe80:0:0:0::/64')
  })

  it('is none of the machine itself, and of what is no address', () => {
    for (const text of [
      '',
      '127.0.0.1',
      '127.8.8.8',
      '::1',
      '::ffff:127.0.0.1',
      '256.1.1.1',
      '1.2.3',
      'a:b',
      'shop.example',
      '1.2.3.4, 5.6.7.8',
    ])
      expect(networkOf(text)).toBe('')
  })
})
