// Who started this command, for a command that must not outlive them. Only node: imports, so that it runs on a bare Node.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * Calls back once, when npm or the shell it runs its scripts in is gone. A SIGTERM ends npm's shell and a SIGKILL ends npm,
 * and neither is passed on.
 * @param {() => void} orphaned
 */
export function whenOrphanedByNpm(orphaned) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const shell = describe(parent)
  // Some shells give their place to the command: then npm itself is the parent.
  const npm = shell && /sh$/.test(shell.name) ? shell.parent : parent
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return
    clearInterval(timer)
    orphaned()
  }, 500)
  timer.unref()
}

/**
 * Name and parent of a process; undefined where the system doesn't tell.
 * @param {number} pid
 */
function describe(pid) {
  const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(statOf(pid)) ?? []
  return name && parent ? { name, parent: Number(parent) } : undefined
}

/**
 * As Linux words it in /proc; `ps` is asked where there is none.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    return (stdout ?? '').trim().replace(/^(\d+)\s+(.*)$/s, '($2) ? $1')
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Not being allowed to signal somebody means that they are there.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
