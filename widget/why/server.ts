import type { Respondent } from '../../worker/contract/response.ts'
import type { Verdict } from '../../worker/domain/gates/gate.ts'

/** What only the server can weigh: caps, and the clocks of somebody identified. Asked once for each person, and anew after `forget`. */
export function askServer(url: string) {
  let about: string | undefined
  let verdicts: Verdict[] = []

  async function ask(body: string) {
    about = body
    const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })
    const { gates }: { gates: Verdict[] } = await answer.json()
    if (about === body && answer.ok) verdicts = gates
  }

  return {
    /** What is known by now. */
    verdictsFor(respondent: Respondent | undefined): Verdict[] {
      const body = JSON.stringify({ respondent })
      if (about !== body)
        ask(body).catch((reason) => {
          verdicts = [
            {
              gate: 'server',
              passed: false,
              reason: `can’t be asked about (${reason}); does the page’s policy allow connect-src?`,
            },
          ]
        })
      return verdicts
    },
    forget() {
      about = undefined
    },
  }
}
