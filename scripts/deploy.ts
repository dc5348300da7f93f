// `npm run deploy`: builds, migrates the remote D1, publishes the Worker. With --dry-run it publishes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { migrateRemote } from './lib/database.ts'
import { dryRun } from './lib/dry-run.ts'
import { root } from './lib/install.mjs'
import { wrangler } from './lib/run.ts'

const config = join(root, 'wrangler.toml')
const noDatabaseYet = '00000000-0000-0000-0000-000000000000'

try {
  await build(tell)
  if (process.argv.includes('--dry-run')) await dryRun({ show: true })
  else await deploy()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

async function deploy(): Promise<void> {
  await checkSignedIn()
  if (readFileSync(config, 'utf8').includes(noDatabaseYet)) await createDatabase()
  tell('Migrating the remote database …')
  await migrateRemote()
  tell('Publishing …')
  await must(['deploy'], 'The Worker was not published; the database is migrated, and the Worker that was live before still is.')
}

async function checkSignedIn(): Promise<void> {
  const { code, output } = await wrangler(['whoami'])
  if (code !== 0 || /not authenticated|not logged in/i.test(output)) {
    throw new Error('You are not signed in to Cloudflare. Run npx wrangler login, or set CLOUDFLARE_API_TOKEN, and start again.')
  }
}

/** Makes the D1 database and writes its id into wrangler.toml, once in the life of an installation. */
async function createDatabase(): Promise<void> {
  tell('Creating the D1 database "earshot" …')
  const existing = await databaseId()
  if (!existing) await must(['d1', 'create', 'earshot'], 'The database could not be created.')
  const id = existing ?? (await databaseId())
  if (!id) throw new Error('The database was created but is not listed yet; run npm run deploy again in a minute.')
  writeFileSync(config, readFileSync(config, 'utf8').replace(noDatabaseYet, id))
  tell(`Wrote its id into wrangler.toml: keep that line (${id}).`)
}

/** Id of the account's database of this name: an earlier run may have made it and then failed. */
async function databaseId(): Promise<string | undefined> {
  const { code, output } = await wrangler(['d1', 'list', '--json'])
  if (code !== 0) throw new Error(`The account's databases could not be listed:\n${output}`)
  const databases = JSON.parse(output.slice(output.indexOf('['))) as { name: string; uuid: string }[]
  return databases.find(({ name }) => name === 'earshot')?.uuid
}

async function must(args: string[], otherwise: string): Promise<void> {
  const { code } = await wrangler(args, { show: true, env: { CI: 'true' } })
  if (code !== 0) throw new Error(otherwise)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
