/**
 * Whether a text is an address of the web and nothing else: http(s), no name before the host, nothing a browser would quietly
 * mend (`java\nscript:`, `https://shop\@evil`). Asked when a survey is saved and again where the widget uses it.
 */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s\\/?#@]+([/?#][^\s\\]*)?$/i.test(text) && URL.canParse(text)
}
