// What `npm start` and `npm test` do first, on whatever Node the machine has: only node: imports here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const modules = join(root, 'node_modules')
const stamp = join(modules, '.earshot-lock')

/**
 * Makes node_modules what package-lock.json says, and does nothing where it already is.
 * @param {(line: string) => void} tell
 */
export function ensureInstalled(tell) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!holdsWhatLockSays(JSON.parse(lock.toString('utf8')))) {
    tell('Installing what is missing …')
    const npm = npmCommand()
    const { status, error } = spawnSync(
      npm.program,
      [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    )
    if (status !== 0)
      throw new Error(
        error ? `npm could not be started: ${error.message}` : `npm ci ended with code ${status}; its own words stand above.`,
      )
  }
  writeFileSync(stamp, wanted)
}

/**
 * The Node that the project's tools need: the one from the lockfile, or this one where that one does not run here.
 * @returns {string}
 */
export function projectNode() {
  const packaged = join(modules, 'node', 'bin', 'node')
  if (spawnSync(packaged, ['--version'], { stdio: 'ignore' }).status === 0) return packaged
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  // From 22.18 on, Node runs the project's TypeScript as it stands.
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `Earshot's tools need Node 22.18 or newer, and the packaged one does not run here (this is ${process.version}).`,
  )
}

/**
 * The environment of every tool: its own programs and Node come first on PATH, and nothing reports home.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  return {
    ...process.env,
    // The system's own folders come last, for a caller whose PATH holds nothing but Node and npm.
    PATH: [join(modules, '.bin'), process.env.PATH, dirname(process.execPath), '/usr/bin', '/bin']
      .filter(Boolean)
      .join(delimiter),
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    X_LOCAL_OBSERVABILITY: 'false',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
    WRANGLER_HIDE_BANNER: 'true',
  }
}

/**
 * How to call npm: the very one that started this script where there is one, else the one on PATH.
 * @returns {{program: string, args: string[]}}
 */
export function npmCommand() {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') && existsSync(cli) ? { program: process.execPath, args: [cli] } : { program: 'npm', args: [] }
}

/**
 * npm keeps its own list of what it installed. Somebody who ran npm themselves need not wait for it again.
 * @param {{packages: Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>}} lock
 */
function holdsWhatLockSays(lock) {
  const list = join(modules, '.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    // Optional packages are other machines' binaries: right when absent, wrong when of another version.
    const here = installed[path]
    return here ? here.version === wanted.version : wanted.optional === true || wanted.devOptional === true
  })
}
