/** Device class from a User-Agent; "desktop" when nothing says otherwise, '' without one. */
export function deviceOf(userAgent: string): string {
  if (!userAgent) return ''
  if (/ipad|tablet|kindle|silk|playbook|android(?!.{0,200}mobile)/i.test(userAgent)) return 'tablet'
  return /mobi|iphone|ipod/i.test(userAgent) ? 'mobile' : 'desktop'
}
