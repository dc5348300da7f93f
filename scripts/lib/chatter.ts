import { stripVTControlCharacters } from 'node:util'

export interface Chatter {
  /** Takes output as it comes, in pieces of any length. */
  write: (chunk: Buffer) => void
  /** From now on lines are shown; what came before was the start-up. */
  open: () => void
  /** Everything from before `open`, for when the start fails. */
  startUp: () => string
}

/**
 * Passes on what a person wants to read of wrangler's output: what the worker itself prints, and errors.
 * Request logs, reload notices and the table of bindings stay out.
 */
export function createChatter(show: (line: string) => void): Chatter {
  const held: string[] = []
  let open = false
  let rest = ''

  function take(line: string): void {
    const plain = stripVTControlCharacters(line).trimEnd()
    if (plain.trim() === '') return
    if (!open) {
      held.push(plain)
      return
    }
    if (/^\[wrangler:(?!error)|^⎔/.test(plain)) return
    show(plain.replace(/^✘ \[ERROR\] |^\[wrangler:error\] /, 'error: ').replace(/^▲ \[WARNING\] /, 'warning: '))
  }

  return {
    write(chunk) {
      const lines = (rest + chunk.toString('utf8')).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    },
    open() {
      open = true
    },
    startUp: () => [...held, rest].join('\n'),
  }
}
