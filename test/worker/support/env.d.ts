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
    SECURITY_CONTACT: string
    EARSHOT_FULL: string
    TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[]
  }
  interface GlobalProps {
    mainModule: typeof import('../../../worker/index.ts')
  }
}

declare module 'virtual:marked-worker' {
  interface Tenant {
    /** A check in code, by the id of its predicate; `holds` where it is left out. */
    keep(id: number, holds: boolean): boolean
    /** Takes what has a module forget what it remembers. */
    forgets(forget: () => void): void
  }
  /** A copy of the worker with a source of chance of its own, so that runs are alike. */
  export function makeWorker(
    tenant: Tenant,
    crypto: Crypto,
  ): {
    app: typeof import('../../../worker/app.ts').app
    runJobs: typeof import('../../../worker/jobs/index.ts').runJobs
    openDb: typeof import('../../../worker/store/db.ts').openDb
    reapplyErasures: typeof import('../../../worker/store/reapply-erasures.ts').reapplyErasures
  }
  export const predicates: import('../../support/tenant-predicates.ts').Predicate[]
  export const queries: import('../../support/tenant-predicates.ts').Queries[]
}
