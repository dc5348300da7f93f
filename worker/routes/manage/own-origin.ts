import type { Env } from '../../env.ts'

/** Where links that are sent lead: what the installation is said to be reached at, else where it was asked just now. */
export function ownOrigin({ PUBLIC_URL }: Env, asked: string): string {
  return new URL(URL.canParse(PUBLIC_URL) ? PUBLIC_URL : asked).origin
}
