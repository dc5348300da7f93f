import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as engine from 'accessibility-checker-engine'
import type { Page } from 'playwright-core'

declare const ace: typeof engine

export async function injectIbmChecker(page: Page): Promise<void> {
  const path = createRequire(import.meta.url).resolve('accessibility-checker-engine')
  await page.evaluate(`${await readFile(path, 'utf8')};globalThis.ace = ace`)
}

/** The violations of WCAG 2.2 that IBM's engine finds on the page, the potential ones included; one line each. */
export function ibmFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2'])
    return results
      .filter(({ value: [policy, verdict] }) => policy === 'VIOLATION' && verdict !== 'PASS')
      .map(({ ruleId, message, snippet, path }) => `ibm ${ruleId}: ${snippet} ${path.dom}: ${message}`)
  })
}
