import process from 'node:process'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// `npm test` adds up the tests of every run from the report it asks for here.
const report = process.env.EARSHOT_REPORT

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        test: { name: 'unit', include: ['test/domain/**/*.test.ts'] },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                SETUP_TOKEN: 'test-setup-token',
                LIVE_SECONDS: '0',
                DEMO: '0',
                PRINT_LINKS: '0',
                EARSHOT_FULL: process.env.EARSHOT_FULL ?? '0',
              },
            },
          })),
        ],
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'] },
      },
      {
        test: { name: 'socket', include: ['test/socket/**/*.test.ts'], maxWorkers: 1 },
      },
      {
        // One browser and one server at a time: these tests share two cores with workerd and Chromium.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
