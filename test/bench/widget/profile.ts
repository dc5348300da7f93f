import type { CDPSession } from 'playwright-core'

/** How slow the machine and the line are that a visitor comes with. */
export interface Profile {
  name: string
  rounds: number
  cpuSlowdown: number
  line?: { downloadThroughput: number; uploadThroughput: number; latency: number }
}

/** A cheap phone on a poor line: what the goals are for. */
export const slow: Profile = {
  name: '4x slower CPU, 1.6 Mbit/s, 150 ms',
  rounds: 9,
  cpuSlowdown: 4,
  line: { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 },
}

/** Nothing slowed down: to see that the slow profile distorts nothing. */
export const fast: Profile = { name: 'this machine as it is, no line between', rounds: 5, cpuSlowdown: 1 }

export async function applyProfile(cdp: CDPSession, { cpuSlowdown, line }: Profile): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  if (line) await cdp.send('Network.emulateNetworkConditions', { offline: false, ...line })
}
