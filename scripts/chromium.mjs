// Finds a Chromium for the browser tests, or gets one. Only node: imports, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
]

/** Where the programs lie in what Playwright downloads. */
const inDownload = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]
const inShellDownload = [
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
]

/** A test run may be started with a PATH that holds nothing but Node; package scripts need the system's tools. */
const systemPath = [process.env.PATH ?? '', '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(
  delimiter,
)

/**
 * Path of a Chromium on this machine, or undefined: CHROMIUM from the environment, then PATH, then the
 * usual places, then what Playwright downloaded earlier.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROMIUM names ${chosen}, which is not a program that can be run`)
    return chosen
  }
  return [...onPath(names), ...places, ...playwrightDownloads('chromium-', inDownload)].find(isProgram)
}

/**
 * Path of a Chromium without windows on this machine, or undefined: a page in one costs a third of what the browser's own process takes for it. It has
 * no back/forward cache.
 * @returns {string | undefined}
 */
export function findHeadlessShell() {
  return [
    ...onPath(shellNames),
    '/usr/bin/chromium-headless-shell',
    ...playwrightDownloads('chromium_headless_shell-', inShellDownload),
  ].find(isProgram)
}

/** @param {string[]} programs */
function onPath(programs) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((directory) => programs.map((name) => join(directory, name)))
}

/**
 * Path of a Chromium, installed first where there is none: by the system's packages on Debian and
 * Ubuntu, by Playwright elsewhere. Throws with what to do when neither works.
 * @param {(line: string) => void} tell
 * @returns {string}
 */
export function ensureChromium(tell) {
  const found = findChromium()
  if (found) return found
  tell('No Chromium found: installing one for the browser tests …')
  for (const install of [installByApt, installByPlaywright]) {
    if (install()) {
      const installed = findChromium()
      if (installed) return installed
    }
  }
  throw new Error(
    'No Chromium could be installed. Install Chromium or Chrome, or set CHROMIUM to the path of one, and start again.',
  )
}

function installByApt() {
  const apt = '/usr/bin/apt-get'
  if (!isProgram(apt)) return false
  const root = process.getuid?.() === 0
  const prefix = root ? [] : ['sudo', '-n']
  // An update may fail on one stale source while the package is still there, so only the install decides.
  run([...prefix, apt, 'update', '-qq'])
  const install = [...prefix, apt, 'install', '-y', '-qq', '--no-install-recommends', 'chromium']
  // Not every system that has the one has the other too.
  return run([...install, 'chromium-headless-shell']) || run(install)
}

function installByPlaywright() {
  const cli = join(import.meta.dirname ?? '.', '..', 'node_modules', 'playwright-core', 'cli.js')
  return existsSync(cli) && run([process.execPath, cli, 'install', 'chromium'])
}

/** @param {string[]} command */
function run([program = '', ...args]) {
  const result = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: systemPath, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return result.status === 0
}

/**
 * @param {string} prefix of the folders' names
 * @param {string[]} inside where the program may lie in one
 */
function playwrightDownloads(prefix, inside) {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ]
  return caches.filter(existsSync).flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith(prefix))
      .sort()
      .reverse()
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  )
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
