import type { Env } from '../env.ts'
import { byBinding } from './binding.ts'
import { type Mail, type Mailer, mailFault, readSender, type Sent } from './mail.ts'
import { byResend } from './resend.ts'
import { toSink } from './sink.ts'

type Configured = Pick<Env, 'MAIL_FROM' | 'MAIL_SINK' | 'EMAIL' | 'RESEND_API_KEY'>

/** How this installation sends mail; undefined where it sends none. */
export function mailerOf(env: Configured): Mailer | undefined {
  const carry = carrierOf(env)
  return carry && { send: (mail) => sendBy(carry, mail) }
}

function carrierOf({ MAIL_SINK, MAIL_FROM, EMAIL, RESEND_API_KEY }: Configured) {
  if (MAIL_SINK) return toSink(MAIL_SINK)
  const from = readSender(MAIL_FROM)
  if (from && EMAIL) return byBinding(EMAIL, from)
  if (from && RESEND_API_KEY) return byResend(RESEND_API_KEY, from)
}

async function sendBy(carry: (mail: Mail) => Promise<Sent>, mail: Mail): Promise<Sent> {
  const fault = mailFault(mail)
  return fault === undefined ? await carry(mail) : { ok: false, error: fault }
}
