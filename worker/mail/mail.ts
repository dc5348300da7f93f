import { Email } from '../contract/email.ts'

/** One mail to one address, as text and as HTML that says the same. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** The same whenever the same mail is sent again, since nobody knows whether it went: for those who carry it to send it once. */
  id?: string
  /** Whose name it comes under; the installation's where it isn't said. */
  fromName?: string
  /** Where answers go. */
  replyTo?: string
  /** Beside those that every mail has, such as List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>
}

/** Whether somebody took it to carry it on; `error` never holds an address. */
export type Sent = { ok: true } | { ok: false; error: string }

/** Sends a mail. Doesn't throw for what a carrier does. */
export interface Mailer {
  send: (mail: Mail) => Promise<Sent>
}

export interface Sender {
  name: string
  email: string
}

/** What a header that is added may be: nothing that says who writes to whom, or how the body is read. */
const extraHeader = /^(?:List-[A-Za-z-]+|Auto-Submitted|X-[A-Za-z-]+)$/
const control = /[\p{Cc}\u2028\u2029]/u
/** RFC 5322 2.1.1: a line has at most 998 characters. */
const longest = 900

/**
 * What forbids to send it: a line break in what becomes a header would begin another header, or the body. Carriers refuse that too, each in
 * its own way; here it is one rule for all of them.
 */
export function mailFault({ to, subject, fromName = '', replyTo, headers = {} }: Mail): string | undefined {
  if (!isAddress(to)) return 'the address is none'
  if (replyTo !== undefined && !isAddress(replyTo)) return 'the address for answers is none'
  if (fromName.length > longest || control.test(fromName)) return 'the name is no line'
  if (subject.trim() === '' || subject.length > longest || control.test(subject)) return 'the subject is no line'
  for (const [name, value] of Object.entries(headers)) {
    if (!extraHeader.test(name)) return `${JSON.stringify(name)} is no header to add`
    if (value.length > longest || !/^[\x20-\x7e]+$/.test(value)) return `${name} is no line`
  }
}

/** `Shop <feedback@shop.example>`, or the address alone; undefined for anything else. */
export function readSender(text: string): Sender | undefined {
  const { name = '', address = text } = /^(?<name>[^<>"]*)<(?<address>[^<>]+)>$/.exec(text.trim())?.groups ?? {}
  const email = address.trim().toLowerCase()
  if (control.test(text) || !isAddress(email)) return
  return { name: name.trim() || 'Earshot', email }
}

/** Who a mail comes from: the installation's address, under a name of its own where it has one. */
export function senderOf({ fromName }: Mail, { name, email }: Sender): Sender {
  // What would end a name in a header, or begin an address, is left out.
  return { name: fromName?.replaceAll(/["\\<>]/g, '').trim() || name, email }
}

/** As accounts have them: one rule for an address everywhere. */
export const isAddress = (text: string) => Email.safeParse(text).data === text
