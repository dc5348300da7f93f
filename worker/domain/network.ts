/**
 * The network an address is in, as text: of IPv4 the address, of IPv6 its first 64 bits, which a provider gives to one household or
 * device. '' for what is no address, and for the machine's own: nobody comes from there.
 */
export function networkOf(address: string): string {
  const text = address.trim().toLowerCase()
  if (isIpv4(text)) return fromIpv4(text)
  if (!text.includes(':') || !URL.canParse(`http://[${text}]/`)) return ''
  const groups = groupsOf(new URL(`http://[${text}]/`).hostname.slice(1, -1))
  if (groups.every((group, i) => group === (i === 7 ? 1 : 0))) return ''
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0)
  if (isMapped)
    return fromIpv4(
      groups
        .slice(6)
        .flatMap((group) => [group >> 8, group & 255])
        .join('.'),
    )
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

const isIpv4 = (text: string) => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) < 256)
const fromIpv4 = (text: string) => (text.startsWith('127.') ? '' : text.split('.').map(Number).join('.'))

/** The eight groups of an address as a URL's host spells it. */
function groupsOf(host: string): number[] {
  const [head = '', tail] = host.split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [first, last] = [read(head), tail === undefined ? [] : read(tail)]
  return [...first, ...Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last]
}
