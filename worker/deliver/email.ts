import { mailOf } from '../mail/letter.ts'
import { mailerOf } from '../mail/mailer.ts'
import { contentOf } from './contents.ts'
import type { Sender } from './sender.ts'

/** Mails what a delivery is about, to the address it names or leads to. What has no letter is nothing to mail. */
export const sendEmail: Sender = async (env, db, delivery) => {
  const { letter, envelope = { to: delivery.target } } = (await contentOf(db, delivery, env)) ?? {}
  if (!letter) return { ok: 'void' }
  const sent = await mailerOf(env)?.send({ ...mailOf(letter, envelope.to), ...envelope, id: delivery.id })
  if (sent?.ok) return { ok: true, status: null }
  return { ok: false, status: null, error: sent?.error ?? 'no mail is set up' }
}
