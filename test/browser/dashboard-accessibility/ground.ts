import type { Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Demo, startDemo } from '../../support/demo.ts'
import { ownerOf } from '../../support/owner.ts'
import { startResolver } from '../../support/resolver.ts'
import { type Earshot, startEarshot } from '../../support/server.ts'

/** How each screen is come to, by somebody who manages the demo's surveys. */
export type Screens = Record<string, (page: Page) => Promise<void>>

export type Ground = ReturnType<typeof useGround>

/** The demo, and an installation that begins empty, with whoever comes to own it. */
export function useGround() {
  let demo: Demo
  let empty: Earshot
  let resolver: Awaited<ReturnType<typeof startResolver>>

  beforeAll(async () => {
    resolver = await startResolver()
    ;[demo, empty] = await Promise.all([
      startDemo(),
      startEarshot({ demo: false, from: inject('emptyState'), resolver: resolver.url }),
    ])
  })
  afterAll(async () => {
    await demo?.stop()
    await empty?.stop()
    resolver?.stop()
  })

  return {
    get demo() {
      return demo
    },
    get empty() {
      return empty
    },
    owner: ownerOf(() => empty),
  }
}
