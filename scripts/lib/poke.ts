/**
 * Calls the worker's scheduled handler now and every minute, as Cloudflare's cron does: locally nobody else would.
 * Answers the function that stops it. A failure is told once, until a call succeeds again.
 */
export function startPoking(port: number, tell: (line: string) => void): () => void {
  let failing = false
  const poke = async () => {
    const reason = await callScheduled(port)
    if (reason && !failing) tell(`error: the scheduled jobs did not run (${reason})`)
    failing = reason !== undefined
  }
  void poke()
  const timer = setInterval(poke, 60_000)
  return () => clearInterval(timer)
}

/** undefined when the handler ran, else why not. */
async function callScheduled(port: number): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)
    await answer.body?.cancel()
    return answer.ok ? undefined : `status ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
