/** Bindings and variables; wrangler.toml says what each is for. */
export interface Env {
  DB: D1Database
  ASSETS: Fetcher
  LIVE_SECONDS: string
  DEMO: string
  PRINT_LINKS: string
  SETUP_TOKEN?: string
}
