/** Bindings and variables; wrangler.toml says what each is for. */
export interface Env {
  DB: D1Database
  ASSETS: Fetcher
  LIVE_SECONDS: string
  DEMO: string
  PRINT_LINKS: string
  PUBLIC_URL: string
  RESOLVER: string
  MAIL_FROM: string
  MAIL_SINK?: string
  EMAIL?: SendEmail
  RESEND_API_KEY?: string
  SETUP_TOKEN?: string
  SECURITY_CONTACT: string
  D1_PLAN?: string
  ALARM_MAIL?: string
}
