import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { askingPath, type Row } from './flaky-behind.ts'
import type { FlakyServer } from './flaky-server.ts'

/** What a shopper has said in the end, by the name under which they came. */
export type Said = Map<string, Pick<Row, 'answers' | 'complete'>>

export type Chance = () => number

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * One shopper in a tab of their own, who answers, perhaps reloads or walks on in the middle, perhaps changes the score, perhaps
 * writes and sends, and closes the tab at some moment, most often at once.
 */
export async function answerOnce(profile: BrowserContext, server: FlakyServer, as: string, chance: Chance, said: Said) {
  const page = await profile.newPage()
  const address = `${server.shopOrigin}${askingPath}?as=${as}`
  const tap = async () => {
    const score = Math.floor(chance() * 11)
    await page.getByRole('radio', { name: new RegExp(`^${score} out of 10`) }).click()
    const before = said.get(as)
    said.set(as, { answers: { ...before?.answers, score }, complete: false })
  }
  const perhapsHeard = async () => {
    if (chance() < 0.4) await expect.poll(() => server.heard.some(({ body }) => body.includes(`"as":"${as}"`)), poll).toBe(true)
  }

  await page.goto(address)
  await tap()
  await perhapsHeard()
  if (chance() < 0.3) {
    await (chance() < 0.5 ? page.reload() : page.goto(`${address}&page=2`))
    await page.getByRole('radio', { checked: true }).waitFor()
  }
  if (chance() < 0.3) await tap()
  if (chance() < 0.5) {
    await page.getByRole('textbox').fill(`Said by ${as}`)
    await page.getByRole('button', { name: 'Send' }).click()
    said.set(as, { answers: { ...said.get(as)?.answers, why: `Said by ${as}` }, complete: true })
  }
  await perhapsHeard()
  // Some leave by a link first, to a page where nothing is asked.
  if (chance() < 0.3) await page.goto(server.shopOrigin)
  await page.close()
}

/** Many shoppers, some at the same time: each profile is a browser of its own with two tabs. */
export async function answerAll(profiles: BrowserContext[], server: FlakyServer, number: number, seed: number): Promise<Said> {
  const said: Said = new Map()
  let next = 0
  const tabs = profiles.flatMap((profile) => [profile, profile])
  await Promise.all(
    tabs.map(async (profile) => {
      while (next < number) {
        const n = next++
        await answerOnce(profile, server, `s${n}`, chanceOf(seed + n), said)
      }
    }),
  )
  return said
}

const poll = { timeout: 20_000, interval: 20 }

/** The shoppers come back and walk from page to page, where nothing is asked, until nothing waits any more. */
export async function comeBack(profiles: BrowserContext[], server: FlakyServer, site: string): Promise<void> {
  for (const profile of profiles) {
    const page = await profile.newPage()
    const waitsOnNextPage = async () => {
      await page.goto(server.shopOrigin)
      await page.waitForFunction(isEmpty, `earshot:${site}:`, { timeout: 5000 }).catch(() => {})
      return await waitingIn(page, site)
    }
    await expect.poll(waitsOnNextPage, { timeout: 40_000 }).toEqual([])
    await page.close()
  }
}

const isEmpty = (prefix: string) => !Object.keys(localStorage).some((key) => key.startsWith(prefix))

const waitingIn = (page: Page, site: string) =>
  page.evaluate(
    (prefix) =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith(prefix))
        .map(([, text]) => text),
    `earshot:${site}:`,
  )

/** What is missing, stored twice, or other than it was said. */
export function lossesOf(said: Said, rows: Row[]): string[] {
  const losses: string[] = []
  for (const [as, last] of said) {
    const found = rows.filter((row) => row.as === as)
    const [row] = found
    if (!row) losses.push(`${as}: lost`)
    else if (found.length > 1) losses.push(`${as}: ${found.length} rows`)
    else if (asText(row) !== asText(last)) losses.push(`${as}: said ${asText(last)}, stored ${asText(row)}`)
  }
  for (const { as } of rows) if (!said.has(as)) losses.push(`${as}: never said`)
  return losses
}

const asText = ({ answers, complete }: Pick<Row, 'answers' | 'complete'>) =>
  JSON.stringify([Object.entries(answers).sort(), complete])
