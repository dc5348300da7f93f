/** Whether anybody can see the page, and news of that; tests bring their own. */
export interface Sight {
  isVisible: () => boolean
  /** Calls whenever that changes; what it answers ends it. */
  listen: (changed: () => void) => () => void
}

export interface Watch {
  /** What is watched, as a text that differs once it has changed. */
  ask: () => Promise<string>
  /** It has changed since it was last asked for. */
  changed: () => void
  /** Whether the last question was answered. */
  heard: (answered: boolean) => void
  sight: Sight
}

/** Milliseconds between an answer and the next question; an answer thus shows within five seconds. */
const pause = 4_000
const longestPause = 60_000

/**
 * Asks while somebody can see the page, at once when they come back to it, never twice at a time; more seldom each time
 * nothing answers. What it answers ends it.
 */
export function watch({ ask, changed, heard, sight }: Watch): () => void {
  let known: string | undefined
  let failures = 0
  let isAsking = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    clearTimeout(timer)
    if (isAsking || isOver || !sight.isVisible()) return
    isAsking = true
    const answer = await ask().catch(() => undefined)
    isAsking = false
    if (isOver) return
    failures = answer === undefined ? failures + 1 : 0
    heard(answer !== undefined)
    if (answer !== undefined && known !== undefined && answer !== known) changed()
    known = answer ?? known
    if (sight.isVisible()) timer = setTimeout(look, Math.min(longestPause, pause * 2 ** failures))
  }

  const deaf = sight.listen(() => {
    // Who comes back has waited long enough, whatever failed before.
    if (sight.isVisible()) void look()
    else clearTimeout(timer)
  })
  void look()
  return () => {
    isOver = true
    clearTimeout(timer)
    deaf()
  }
}
