/** IPv4 blocks that aren't the internet's: [first address, bits]. https://www.iana.org/assignments/iana-ipv4-special-registry */
const blocks4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Of the IPv6 internet (2000::/3) what isn't of it after all: an IPv4 address in disguise (Teredo, 6to4), documentation. First groups of 16 bits. */
const blocks6: number[][] = [[0x2001, 0], [0x2001, 0xdb8], [0x2002], [0x3fff]]

/** Whether an IP address, in its usual text form, is one of the internet's. What can't be read is none. */
export function isPublicAddress(text: string): boolean {
  return text.includes(':') ? isPublic6(text) : isPublic4(text)
}

function isPublic4(text: string): boolean {
  const address = number4(text)
  return (
    address !== undefined && !blocks4.some(([first, bits]) => (number4(first) ?? 0) >>> (32 - bits) === address >>> (32 - bits))
  )
}

function number4(text: string): number | undefined {
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(text)) return
  const parts = text.split('.').map(Number)
  return parts.every((part) => part < 256) ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined
}

function isPublic6(text: string): boolean {
  // The URL parser reads every form there is; a zone (%eth0) is none of the internet's.
  if (!URL.canParse(`http://[${text}]/`)) return false
  const [head = '', tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::')
  const groups = head.split(':').map((group) => Number.parseInt(group || '0', 16))
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':').map((group) => Number.parseInt(group, 16))
    groups.push(...Array<number>(8 - groups.length - rest.length).fill(0), ...rest)
  }
  const [first = 0] = groups
  return first >= 0x2000 && first < 0x4000 && !blocks6.some((block) => block.every((group, i) => group === groups[i]))
}
