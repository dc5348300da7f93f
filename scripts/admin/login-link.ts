import { Email } from '../../worker/contract/email.ts'
import { makeLoginUrl } from '../../worker/store/login-tokens.ts'
import { findPersonByEmail } from '../../worker/store/people.ts'
import { type Command, checked, needed } from './command.ts'

export const loginLink: Command = {
  usage: '--email=… [--host=https://…]',
  does: 'a sign-in link that works once, within 15 minutes',
  run: async ({ db, host, options, rest, now }) => {
    if (!host) throw new Error('--host=https://… is missing: where the Worker answers')
    const email = checked(Email, 'email', rest[0] ?? needed(options, 'email'), 'an e-mail address')
    const person = await findPersonByEmail(db, email)
    if (!person) throw new Error(`nobody is known as ${email}`)
    const loginUrl = await makeLoginUrl(db, host, person.id, now)
    return { data: { loginUrl }, text: loginUrl }
  },
}
