import type { Mail, Sender, Sent } from './mail.ts'
import { post } from './post.ts'

/** By Resend: https://resend.com/docs/api-reference/emails/send-email */
export const byResend =
  (key: string, { name, email }: Sender) =>
  (mail: Mail): Promise<Sent> =>
    // A name in quotes may hold whatever but quotes, which a sender's name hasn't, and backslashes.
    post(
      'https://api.resend.com/emails',
      { ...mail, from: `"${name.replaceAll('\\', '')}" <${email}>` },
      { Authorization: `Bearer ${key}` },
    )
