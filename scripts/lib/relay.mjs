// Hands the rest of a command to the project's own Node and behaves as if it were that process.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { ensureInstalled, projectNode, root, toolEnvironment } from './install.mjs'
import { whenOrphanedByNpm } from './parents.mjs'

/**
 * Installs what is missing, then runs a TypeScript script of this folder until it ends, signals and exit code included.
 * @param {string} script
 */
export function relay(script) {
  /** @type {string} */
  let node
  try {
    ensureInstalled((line) => process.stdout.write(`${line}\n`))
    node = projectNode()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
  // The fourth pipe closes when this process is gone, however it went: the child ends itself then.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', script), ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A Ctrl-C has already reached the child: the terminal sends it to everybody in front of it.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  whenOrphanedByNpm(() => child.kill('SIGTERM'))
  // A program that starts this one with a channel wants it gone when the channel closes.
  process.on('disconnect', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}
