/**
 * The origins a shop's address stands for: with and without www, since shops answer on both. A
 * subdomain of its own (blog.shop.example) stands only for itself. Empty for what is no address.
 */
export function originsOffered(address: string): string[] {
  const text = address.trim()
  const full = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full)) return []
  const { protocol, hostname, host, origin } = new URL(full)
  if (protocol !== 'https:' && protocol !== 'http:') return []
  const isName = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i.test(hostname)
  if (!isName) return hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname) ? [origin] : []
  if (hostname.startsWith('www.')) return [`${protocol}//${host.slice(4)}`, origin]
  return isApex(hostname) ? [origin, `${protocol}//www.${host}`] : [origin]
}

/** Second-level registries where an apex has three parts; a full list is not worth its weight here. */
const secondLevel = /^(co|com|org|net|ac|gov|edu|or|ne)\.[a-z]{2}$/

function isApex(hostname: string): boolean {
  const parts = hostname.split('.')
  return parts.length === 2 || (parts.length === 3 && secondLevel.test(parts.slice(1).join('.')))
}

/** Those that are an address too, not a pattern for subdomains. */
export const addressesOf = (origins: readonly string[]) => origins.filter((origin) => !origin.includes('*'))
