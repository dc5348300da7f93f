// Operator's commands on the database itself, embedded or, with --remote, deployed.
import process from 'node:process'
import { parseArgs } from 'node:util'
import { Origin } from '../worker/contract/site.ts'
import { checked } from './admin/command.ts'
import { commands } from './admin/index.ts'
import { openEmbedded, openRemote } from './lib/d1.ts'
import { forgetMigrations, migrateEmbedded, migrateRemote } from './lib/database.ts'
import { readSettings } from './lib/settings.ts'

const flag = { type: 'boolean' } as const
const text = { type: 'string' } as const

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ json: flag, remote: flag, help: flag, verify: flag, repair: flag, erasures: flag, 'dry-run': flag },
      ...{
        name: text,
        origins: text,
        'time-zone': text,
        email: text,
        person: text,
        host: text,
        site: text,
        survey: text,
        role: text,
      },
    },
  })
  const [name = '', ...rest] = positionals
  const command = commands[name]
  if (!command || values.help) {
    process.stdout.write(help())
    return command || name === '' ? 0 : 2
  }
  const settings = readSettings({ ...process.env, DEMO: '1' })
  if (settings instanceof Error) throw settings
  const migrate = async () => await (values.remote ? migrateRemote() : migrateEmbedded(settings.stateDir, () => {}))
  if (!values.remote) await (command.asItIs ? forgetMigrations(settings.stateDir) : migrate())
  const { db, close } = values.remote ? await openRemote() : await openEmbedded(settings.stateDir)
  try {
    const options = new Map(Object.entries(values).map(([key, value]) => [key, String(value)]))
    const host = values.host ? hostOf(values.host) : values.remote ? undefined : `http://localhost:${settings.port}`
    const result = await command.run({ db, host, options, rest, now: Date.now(), migrate })
    process.stdout.write(values.json ? `${JSON.stringify(result.data)}\n` : `${result.text}\n`)
    return result.failed ? 1 : 0
  } finally {
    await close()
  }
}

/** The origin that links are made of, whether or not it was typed with a slash behind it. */
function hostOf(text: string): string {
  const is = "the Worker's address, such as https://earshot.example.workers.dev"
  const host = checked(Origin, 'host', text, is)
  if (host.includes('*')) throw new Error(`--host=${text} is not ${is}`)
  return host
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { usage, does }]) => `  ${name} ${usage}\n      ${does}`)
  return `npm run admin -- COMMAND [--json] [--remote]\n\n${lines.join('\n')}\n`
}
