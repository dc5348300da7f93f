import type { Browser } from 'playwright-core'
import { type Burden, burdenOf } from './burden.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Profile } from './profile.ts'
import { type Sight, visit } from './visit.ts'

export type Subject = 'floor' | 'earshot' | 'nothingDue'
export type Sights = Record<Subject, Sight>

/** One entry a round, and of the page by itself one a subject and round. */
export interface Results extends Record<Subject, Figures[]> {
  page: Burden[]
}

/** Every subject once a round, the order reversed each time: what the machine does besides hits all alike. */
export async function runRounds(browser: Browser, profile: Profile, shopOrigin: string, sights: Sights): Promise<Results> {
  const subjects = ['floor', 'earshot', 'nothingDue'] as const
  const results: Results = { floor: [], earshot: [], nothingDue: [], page: [] }
  // The round before the first isn't counted: answers are compressed then, and the worker is cold.
  for (let round = -1; round < profile.rounds; round++) {
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      const seen = await visit(browser, profile, shopOrigin, sights[subject])
      const burden = await burdenOf(browser, profile, shopOrigin, sights[subject])
      if (round < 0) continue
      results[subject].push(figuresOf(seen, burden.tag))
      results.page.push(burden.page)
    }
  }
  return results
}
