export interface Account {
  siteKey: string
  apiKey: string
  /** Calls the managing API with the site's key; throws at anything but a success. */
  call: <Result>(path: string, body: object) => Promise<Result>
}

/** What opens the setup of a product under proof. */
export const setupToken = 'bench'

/** The first site of a product whose SETUP_TOKEN is that. */
export async function openAccount(url: string, origins: string[]): Promise<Account> {
  const site = { name: 'Bench', origins, timeZone: 'Europe/Berlin' }
  const setup = { token: setupToken, email: 'bench@shop.example', name: 'Bench', site }
  const made = await post<{ site: { key: string }; apiKey: string }>(new URL('/api/v1/setup', url), setup)
  return {
    siteKey: made.site.key,
    apiKey: made.apiKey,
    call: (path, body) => post(new URL(path, url), body, { Authorization: `Bearer ${made.apiKey}` }),
  }
}

async function post<Result>(url: URL, body: object, headers: Record<string, string> = {}): Promise<Result> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Result
}
