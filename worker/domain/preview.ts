/** In the address of a shop's page: whose draft shows there. */
export const previewName = 'earshot-test'

/** A site's key, and behind a dot the secret of a preview where it is tested. */
export function splitKey(key: string): { key: string; secret: string | undefined } {
  const [site = '', secret] = key.split('.')
  return { key: site, secret }
}

/** A page's address with the preview's secret. */
export function previewUrl(page: string, secret: string): string {
  const url = new URL(page)
  url.searchParams.set(previewName, secret)
  return url.href
}
