import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './install.mjs'

/** What `npm start` takes from the environment. */
export interface Settings {
  port: number
  /** Absolute path of the folder in which the embedded D1 lives. */
  stateDir: string
  demo: boolean
  /** Opens the setup of an empty installation; undefined where none is wanted. */
  setupToken: string | undefined
  /** Asked where webhooks lead, instead of the one in wrangler.toml. */
  resolver: string | undefined
}

/** Settings, or an Error that says which variable makes no sense. */
export function readSettings(env: NodeJS.ProcessEnv): Settings | Error {
  const port = Number(env.PORT || 8787)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return new Error(`PORT is "${env.PORT}"; it must be a number from 1 to 65535`)
  const stateDir = resolve(root, env.STATE_DIR || '.state')
  const demo = env.DEMO !== '0'
  const setupToken = env.SETUP_TOKEN || (demo ? undefined : keptToken(stateDir))
  return { port, stateDir, demo, setupToken, resolver: env.RESOLVER || undefined }
}

/** Made once and kept, so that the link printed by the first start still works after the second. */
function keptToken(stateDir: string): string {
  const file = join(stateDir, 'setup-token')
  if (!existsSync(file)) {
    mkdirSync(stateDir, { recursive: true })
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
