import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFaults, injectAxe } from '../../support/axe.ts'
import { ibmFaults, injectIbmChecker } from '../../support/ibm-checker.ts'
import { everyCase, pairwise } from '../../support/pairs.ts'
import { whole } from '../../support/whole.ts'
import { anyShop, desktop, phone, type Shopper, show, visit } from './ground.ts'
import { type ScreenName, screensIn } from './screens.ts'
import { languages } from './texts.ts'

const devices = { phone, desktop }
const colours = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
} as const

const dimensions = {
  device: Object.keys(devices) as (keyof typeof devices)[],
  colour: Object.keys(colours) as (keyof typeof colours)[],
  direction: Object.keys(languages) as (keyof typeof languages)[],
  screen: Object.keys(screensIn(languages['left to right'])) as ScreenName[],
}

const cases = whole ? everyCase(dimensions) : pairwise(dimensions, 20261122)
/** Browsers as shoppers may have set them up, with what is looked at in each. */
const setUps = Map.groupBy(cases, ({ device, colour, direction }) => `${device}, ${colour} colours, ${direction}`)

/** Two programs that know WCAG look at everything a survey can show, on a page of a shop that has no fault itself. */
export function judges(shopper: Shopper): void {
  describe('axe-core and IBM’s checker find nothing wrong', () => {
    async function inject() {
      await injectAxe(shopper.page)
      await injectIbmChecker(shopper.page)
    }
    const faults = async () => [...(await axeFaults(shopper.page)), ...(await ibmFaults(shopper.page))]

    test('on the page of the shop by itself', async () => {
      await shopper.visit({ ...anyShop, surveys: [] })
      await inject()
      expect(await faults()).toEqual([])
    })

    test.each([...setUps])(
      '%s',
      async (_name, [first, ...others]) => {
        if (!first) return
        const screens = screensIn(languages[first.direction])
        const profile: BrowserContextOptions = { ...devices[first.device], ...colours[first.colour] }
        await visit(shopper, screens[first.screen], profile)
        await inject()
        const found = (await faults()).map((fault) => `${first.screen}: ${fault}`)
        for (const { screen } of others) {
          await show(shopper, screens[screen])
          found.push(...(await faults()).map((fault) => `${screen}: ${fault}`))
        }
        expect(found).toEqual([])
        // A 503 was asked for.
        expect(shopper.noise.filter((line) => !line.includes('503'))).toEqual([])
      },
      300_000,
    )
  })
}
