import process from 'node:process'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { testFolder } from './scripts/lib/dry-run.ts'
import { bundledWorker } from './test/support/bundled-worker.ts'
import { LargestFirst } from './test/support/largest-first.ts'
import { markedWorker } from './test/support/marked-worker.ts'
import { outside } from './test/support/outside.ts'

const libraries = [
  ...['@hono/zod-openapi', 'hono', 'hono/cookie', 'hono/factory', 'hono/html', 'hono/http-exception'],
  ...['kysely', 'kysely-d1', 'nanoid', 'standardwebhooks', 'temporal-polyfill', 'uqr', 'zod'],
]

// `npm test` adds up the tests of every run from the report it asks for here.
const report = process.env.EARSHOT_REPORT

export default defineConfig({
  test: {
    // Two files at a time: while one waits for its browser, its server or its database, the other has the machine.
    maxWorkers: 2,
    sequence: { sequencer: LargestFirst },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        // Of pure functions, which leave nothing behind for the next file.
        test: { name: 'unit', include: ['test/domain/**/*.test.ts'], isolate: false },
      },
      {
        cacheDir: 'dist/vite',
        plugins: [
          bundledWorker(),
          markedWorker(),
          cloudflareTest(async () => ({
            // What a deploy would send, bundled once: hundreds of modules loaded one by one cost each file more than its tests do.
            main: `${testFolder}/index.js`,
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              outboundService: outside,
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                SETUP_TOKEN: 'test-setup-token',
                LIVE_SECONDS: '0',
                DEMO: '0',
                PRINT_LINKS: '0',
                // Mails go to hosts of the tests' internet, each to that of its address.
                MAIL_FROM: 'Earshot <feedback@earshot.test>',
                RESEND_API_KEY: 're_test',
                EARSHOT_FULL: process.env.EARSHOT_FULL ?? '0',
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: 'test/support/bundle.ts',
          // What goes on beside an answer may have to wait for the other files.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What the tests import of the worker themselves. Nothing is looked for while they run: what is found late starts them anew.
          deps: { optimizer: { ssr: { enabled: true, include: libraries, noDiscovery: true } } },
        },
      },
      {
        test: {
          name: 'socket',
          include: ['test/socket/**/*.test.ts'],
          globalSetup: 'test/support/product-bundle.ts',
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/support/prepare.ts',
          // Pages wait more than they reckon: a third file fills what two leave idle.
          maxWorkers: 3,
          // What a page does next may have to wait for the other files.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
