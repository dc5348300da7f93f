/**
 * Whether a browser's Origin header is on a site's list: exact origins, or `https://*.shop.example`
 * for any subdomain (not the bare domain). "null" (sandboxed frames, files) never is.
 */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const [scheme, suffix] = entry.split('*.')
    if (suffix === undefined) return entry === origin
    return origin.startsWith(scheme ?? '') && origin.endsWith(`.${suffix}`) && origin.length > entry.length - 1
  })
}
