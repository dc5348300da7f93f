/** A checked address, or why nothing is ever sent there. */
export type WebhookUrl = { ok: true; url: URL } | { ok: false; reason: string }

const longest = 1_000

/** Names that mean this machine or its own network: by standards (RFC 6761, 6762, 8375, 7686), or by what routers and clouds make of them. */
const inner = [
  ...['localhost', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'localdomain', 'home.arpa'],
  ...['arpa', 'onion', 'alt', 'invalid', 'test'],
]

/** Names under which anybody finds any address, this machine's too. */
const mirrors = ['nip.io', 'sslip.io', 'xip.io', 'localtest.me', 'lvh.me', 'vcap.me', 'lacolhost.com', 'readme.localtest.me']

/**
 * An address that webhooks may be sent to: https at its usual port, by a name that isn't an inner one nor ours. `own` are the hosts this
 * worker is reached at. Names say nothing of where they lead: `isPublicAddress` weighs what they resolve to.
 */
export function readWebhookUrl(text: string, own: readonly string[]): WebhookUrl {
  const refuse = (reason: string): WebhookUrl => ({ ok: false, reason })
  if (text.length > longest) return refuse(`has at most ${longest} characters`)
  // What a parser would leave out or turn round, so that people and programs read two addresses.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\u007f-\u00a0\\]/.test(text)) return refuse('has no spaces, control characters or backslashes')
  if (!/^https:\/\/[^/]/i.test(text) || !URL.canParse(text)) return refuse('begins with https:// and a host')
  const url = new URL(text)
  const authority = text.slice('https://'.length).split(/[/?#]/, 1)[0] ?? ''
  if (authority.includes('@')) return refuse('has no name or password in it')
  if (url.port !== '') return refuse('has no port: webhooks go to 443')
  // As browsers and workers read it: 2130706433, 0x7f.1 and full-width digits are 127.0.0.1 by now.
  const host = url.hostname.replace(/\.+$/, '')
  if (host.includes(':') || host.startsWith('[') || /(^|\.)\d+$/.test(host)) return refuse('names a host, not an address')
  if (!host.includes('.') || inner.some((name) => isWithin(host, name))) return refuse('names a host on the internet')
  if (mirrors.some((name) => isWithin(host, name))) return refuse('leads to an inner address')
  if (own.some((one) => isOurs(host, one.toLowerCase().replace(/\.+$/, '')))) return refuse('leads back to Earshot')
  return { ok: true, url }
}

const isWithin = (host: string, name: string) => host === name || host.endsWith(`.${name}`)

/** Our own host, its neighbours in the same zone, and the account's other workers: Cloudflare would ask those past their own front door. */
function isOurs(host: string, own: string): boolean {
  const parent = own.slice(own.indexOf('.') + 1)
  // `co.uk` is nobody's zone.
  const isZone = own.split('.').length > 2 && !/^[a-z]{1,3}\.[a-z]{2}$/.test(parent)
  return isWithin(host, own) || (isZone && isWithin(host, parent))
}
