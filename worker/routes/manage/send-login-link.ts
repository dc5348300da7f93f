import type { Env } from '../../env.ts'
import { logError } from '../../log.ts'
import { mailOf } from '../../mail/letter.ts'
import { signInLetter } from '../../mail/letters.ts'
import { mailerOf } from '../../mail/mailer.ts'
import type { Db } from '../../store/db.ts'
import { askLoginUrl } from '../../store/login-tokens.ts'
import { findPersonByEmail } from '../../store/people.ts'

/** Mails a sign-in link to whoever has an account under this address, and prints it on a laptop. */
export async function sendLoginLink(env: Env, db: Db, email: string, origin: string, now: number): Promise<void> {
  const mailer = mailerOf(env)
  const prints = env.PRINT_LINKS === '1'
  const person = mailer || prints ? await findPersonByEmail(db, email) : undefined
  const url = person && (await askLoginUrl(db, origin, person.id, now))
  if (!url) return
  if (prints) console.log(`Sign-in link for ${person.email} (once, within 15 minutes): ${url}`)
  const sent = await mailer?.send(mailOf(signInLetter(url), person.email))
  if (sent?.ok === false) logError('a sign-in link was not mailed', { error: sent.error })
}
