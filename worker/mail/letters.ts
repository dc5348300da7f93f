import type { Role } from '../contract/people.ts'
import { paragraphsOf, quoteOf, type Said } from '../domain/said.ts'
import type { Letter } from './letter.ts'

export const signInLetter = (url: string): Letter => ({
  subject: 'Sign in to Earshot',
  title: 'Sign in to Earshot',
  parts: [
    { kind: 'text', text: 'This link works once, within 15 minutes.' },
    { kind: 'button', text: 'Sign in', href: url },
    { kind: 'soft', text: 'You did not ask for it? Then somebody typed your address. Nothing happens unless the link is used.' },
  ],
})

interface Invited {
  site: string
  role: Role
  /** Who invited; null for an API key. */
  author: string | null
  url: string
}

export const invitationLetter = ({ site, role, author, url }: Invited): Letter => ({
  subject: `Invitation to ${site} on Earshot`,
  title: `Join ${site} on Earshot`,
  parts: [
    {
      kind: 'text',
      text: `${author ?? 'The team'} invites you as ${article(role)} ${role}. The link works once, within 7 days.`,
    },
    { kind: 'button', text: 'See the invitation', href: url },
    { kind: 'soft', text: 'You know nothing of this? Then leave it: nothing happens unless the link is used.' },
  ],
})

interface Disabled {
  /** Or its host, where it has no name. */
  name: string
  /** Its own answer said so, or the last attempt failed. */
  state: 'gone' | 'failed'
  /** Where it is begun anew; undefined where the installation doesn't know its own address. */
  page: string | undefined
}

export const disabledLetter = ({ name, state, page }: Disabled): Letter => ({
  subject: `Webhook disabled: ${name}`,
  title: 'A webhook was disabled',
  parts: [
    {
      kind: 'text',
      text: `${name} ${state === 'gone' ? 'answered that it wants nothing more' : 'took nothing for about 75 hours'}.`,
    },
    {
      kind: 'text',
      text: 'Nothing is sent there until somebody begins anew in the settings; what failed can be sent again then.',
    },
    ...(page ? [{ kind: 'button', text: 'See the webhook', href: page } as const] : []),
  ],
})

interface Filling {
  bytes: number
  limit: number
  alarmed: number
}

/** To whoever runs the installation. */
export const databaseSizeLetter = ({ bytes, limit, alarmed }: Filling): Letter => ({
  subject: `Earshot: the database is ${alarmed} % full`,
  title: `The database is ${alarmed} % full`,
  parts: [
    {
      kind: 'text',
      text: `It holds ${megabytes(bytes)} of the ${megabytes(limit)} that D1 allows. When it is full, no answer can be stored.`,
    },
    {
      kind: 'text',
      text: 'Keep answers for fewer months (Settings, “How long answers are kept”), or go to a larger plan and say so in D1_PLAN.',
    },
  ],
})

interface Noticed {
  site: string
  /** Who, and what they did: "downloaded responses". */
  name: string
  did: string
  /** When, as it was there. */
  at: string
  /** Of the end of a site: until when it may be brought back, as it is there. */
  back: string | null
  /** Where the log stands, or the way back of a deleted site; undefined where the installation doesn't know its own address. */
  log: string | undefined
}

/** To whoever did it and to the site's owners. */
export const noticeLetter = ({ site, name, did, at, back, log }: Noticed): Letter => ({
  subject: `${site}: ${name} ${did}`,
  title: `${name} ${did}`,
  parts: [
    {
      kind: 'text',
      text:
        back === null
          ? `At ${site}, on ${at}. More of the same by ${name} today is in the log, and not mailed.`
          : `${site}, on ${at}. Its surveys are closed. Until ${back} any owner can bring it back as it was; then all of it is erased.`,
    },
    ...(log ? [{ kind: 'button', text: back === null ? 'See the log' : 'Bring it back', href: log } as const] : []),
    {
      kind: 'soft',
      text: `Was this not meant? Then somebody may have the browser or the mailbox of ${name}: end the sessions in the settings, under “Where you are signed in”, or have an owner take them off the site.`,
    },
  ],
})

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`

interface Replied {
  shop: string
  subject: string
  text: string
  language: string
  said: Said
}

/** A shop's reply to a shopper, and what they had said. */
export const replyLetter = ({ shop, subject, text, language, said }: Replied): Letter => ({
  subject,
  mark: shop,
  language,
  parts: [
    ...paragraphsOf(text).map((paragraph) => ({ kind: 'text', text: paragraph }) as const),
    { kind: 'quote', ...quoteOf(said, language) },
  ],
})

const article = (word: string) => (/^[aeiou]/.test(word) ? 'an' : 'a')
