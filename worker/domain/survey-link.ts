/** What an address of a survey's page says beside which survey it is. */
interface Said {
  lang?: string | undefined
  kiosk?: '1' | undefined
  location?: string | undefined
  score?: number | undefined
  source?: 'email' | undefined
  /** A mailer's placeholder. */
  link?: string | undefined
}

/** The address with what is said in it; what is '' or absent is left out. `base` may be a mailer's placeholder. */
export function linkTo(base: string, said: Said): string {
  const parts = Object.entries(said).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${base}?${query}` : base
}
