declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    ASSETS: Fetcher
    LIVE_SECONDS: string
    DEMO: string
    PRINT_LINKS: string
    PUBLIC_URL: string
    RESOLVER: string
    MAIL_FROM: string
    SETUP_TOKEN: string
    EARSHOT_FULL: string
    TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[]
  }
  interface GlobalProps {
    mainModule: typeof import('../../../worker/index.ts')
  }
}
