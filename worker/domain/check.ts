/**
 * A page's address with the secret of a check: in its fragment, which no server sees, every redirect keeps and no cache tells apart; in
 * the query where a site's routes stand in the fragment.
 */
export function checkUrl(page: string, secret: string, hashRoutes: boolean): string {
  const url = new URL(page)
  if (hashRoutes) url.searchParams.set(markOf(secret), '')
  else url.hash = markOf(secret)
  return url.href
}

/** A name that is a valid selector too: themes look up what the fragment names. */
const markOf = (secret: string) => `earshot-${secret}`

/** Origin of the page that asked for a script, as far as it says; '' otherwise. */
export function refererOrigin(referer: string | undefined): string {
  return referer && URL.canParse(referer) ? new URL(referer).origin : ''
}
