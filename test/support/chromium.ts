import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'
import { findChromium, findHeadlessShell } from '../../scripts/chromium.mjs'

/**
 * New Chromiums load the two pages of the address bar's suggestions into every window, which costs as much as the page that is
 * tested. Of two lists the browser takes the last, so that Playwright's own stands here too.
 */
const withoutSuggestions = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
const asPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** A headless Chromium that talks to nobody by itself. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = (process.env.CHROMIUM ? undefined : findHeadlessShell()) ?? findChromium()
  if (!executablePath) throw new Error('No Chromium found: run `npm test`, which installs one, or set CHROMIUM to its path.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // A page in a process of its own begins cold: in one that all share, the dashboard's costs a third less.
      '--renderer-process-limit=1',
      // Nor do the origins of one page need a process each.
      '--disable-site-isolation-trials',
      `--disable-features=${[...asPlaywright, ...withoutSuggestions].join()}`,
    ],
  })
}
