/** A page's address without query and fragment, where tokens and e-mail addresses travel; '' for what is no web page. */
export function pageUrl(text: string | undefined): string {
  if (!text || !URL.canParse(text)) return ''
  const { protocol, origin, pathname } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? (origin + pathname).slice(0, 2048) : ''
}
