import { type Mail, type Sender, type Sent, senderOf } from './mail.ts'
import { post } from './post.ts'

/** By Resend: https://resend.com/docs/api-reference/emails/send-email; what has an id is sent once within a day, https://resend.com/docs/dashboard/emails/idempotency-keys */
export const byResend =
  (key: string, from: Sender) =>
  async (mail: Mail): Promise<Sent> => {
    const { id, fromName: _, replyTo, ...rest } = mail
    const { name, email } = senderOf(mail, from)
    // A name in quotes may hold whatever but quotes, which a sender's name hasn't, and backslashes.
    const sent = await post(
      'https://api.resend.com/emails',
      { ...rest, ...(replyTo && { reply_to: replyTo }), from: `"${name.replaceAll('\\', '')}" <${email}>` },
      { Authorization: `Bearer ${key}`, ...(id !== undefined && { 'Idempotency-Key': id }) },
    )
    // The key was taken before, by a mail of other words if what it is made of has changed since: it went.
    return id !== undefined && !sent.ok && sent.error === 'refused with 409' ? { ok: true } : sent
  }
