/** What a page's content security policy must allow, and nothing else: no style, image or font of Earshot's is loaded. */
export function policyLines(host: string): { plain: string; nonce: string } {
  const { origin } = new URL(host)
  return {
    plain: `script-src ${origin}; connect-src ${origin}`,
    nonce: `script-src 'nonce-…'; connect-src ${origin}`,
  }
}
