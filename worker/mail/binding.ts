import { type Mail, type Sender, type Sent, senderOf } from './mail.ts'

/** By Cloudflare's binding: https://developers.cloudflare.com/email-service/api/send-emails/workers-api/ */
export const byBinding =
  (binding: SendEmail, from: Sender) =>
  async (mail: Mail): Promise<Sent> => {
    const { id, headers, fromName: _, ...rest } = mail
    try {
      // It makes each message's id itself; what is sent again can only be told by this one.
      const all = { ...headers, ...(id !== undefined && { 'X-Entity-Ref-ID': id }) }
      await binding.send({ ...rest, ...(Object.keys(all).length > 0 && { headers: all }), from: senderOf(mail, from) })
      return { ok: true }
    } catch (error) {
      return { ok: false, error: codeOf(error) }
    }
  }

/** Its codes alone, such as E_SENDER_NOT_VERIFIED: its words may name the address. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z_]+$/.test(code) ? code : 'refused'
}
