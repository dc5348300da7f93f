import type { Host, Reached } from '../../support/internet.ts'

export type { Reached }

const at = (host: string) => `https://internet.test/${host}`

/** A public address, of a block that nobody's rules mention. */
const anywhere = [['93.184.215.14']]

/** Sets up a host of the internet outside: what isn't said is a receiver that takes everything. */
export async function setUpHost(
  name: string,
  { addresses = anywhere, answers = [{ status: 204 }] }: Partial<Host> = {},
): Promise<void> {
  const answer = await fetch(at(name), { method: 'PUT', body: JSON.stringify({ addresses, answers }) })
  if (answer.status !== 204) throw new Error(`the internet answered ${answer.status}`)
}

/** What reached a host since this was asked last. */
export async function reachedHost(name: string): Promise<Reached[]> {
  return await (await fetch(at(name))).json()
}
