import process from 'node:process'

/** How many ms this process reckoned while the work was done: however long others had the machine meanwhile. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
