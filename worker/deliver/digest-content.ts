import type { Range } from '../domain/calendar.ts'
import type { DigestFigures } from '../domain/digest-figures.ts'
import { unsubscribeToken } from '../domain/unsubscribing.ts'
import type { Env } from '../env.ts'
import { digestLetter } from '../mail/digest-letter.ts'
import type { Letter } from '../mail/letter.ts'
import type { Db } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'
import { type DigestRow, findDigest } from '../store/digests.ts'
import { findSite, type Site } from '../store/sites.ts'
import type { Content } from './contents.ts'
import { askedBy, figuresOf } from './digest-figures.ts'
import { recipientsOf } from './digest-recipients.ts'

/** `about` of a digest on its way, and of one that somebody sent to themselves to try it. */
export const aboutIssue = (digest: string, { from, to }: Range) => `${digest}/${from}/${to}`
export const aboutTrial = (digest: string, { from, to }: Range) => `${digest}?${from}/${to}`

/**
 * A digest as a mail, made of what is there now. Undefined where the digest is gone or turned off, where whoever was to get it doesn't any
 * more, and where the installation doesn't know its own address, without which nobody could unsubscribe.
 */
export async function digestContent(db: Db, delivery: Delivery, { PUBLIC_URL }: Env): Promise<Content | undefined> {
  const [, id = '', mark = '', from = '', to = ''] = /^(dig_\w+)([/?])([\d-]+)\/([\d-]+)$/.exec(delivery.about) ?? []
  const [digest, site] = await Promise.all([findDigest(db, delivery.site, id), findSite(db, delivery.site)])
  if (!digest || !site || !URL.canParse(PUBLIC_URL)) return
  const period = { from, to }
  if (mark === '?') return letterIn(await writtenFor(db, site, digest, period, { home: PUBLIC_URL, now: delivery.created_at }))
  const reader = (await recipientsOf(db, digest)).get(delivery.target)
  if (!reader || digest.active === 0) return
  const unsubscribe = new URL(`/unsubscribe/${await unsubscribeToken(digest, delivery.target)}`, PUBLIC_URL).href
  const reading = { home: PUBLIC_URL, now: delivery.created_at, unsubscribe, inbox: reader.inbox }
  return letterIn(await writtenFor(db, site, digest, period, reading))
}

const letterIn = (letter: Letter | undefined): Content | undefined => letter && { data: {}, text: '', letter }

/** Of one run: a digest says the same to all of its readers, but for the inbox and the way out. */
const made = new WeakMap<Db, Map<string, Promise<DigestFigures | undefined>>>()

interface Reading {
  /** Where the installation is reached. */
  home: string
  /** Whose open cases count as overdue, ms. */
  now: number
  /** Left out for a trial, whose reader need not leave. */
  unsubscribe?: string
  /** Whether the reader has the inbox. */
  inbox?: boolean
}

/** A digest's letter for a period; undefined where it names what the site no longer has. */
export async function writtenFor(
  db: Db,
  site: Site,
  digest: DigestRow,
  period: Range,
  { home, now, unsubscribe, inbox = true }: Reading,
): Promise<Letter | undefined> {
  const run = made.get(db) ?? new Map<string, Promise<DigestFigures | undefined>>()
  made.set(db, run)
  const key = `${digest.id} ${period.from}`
  const figures = run.get(key) ?? readFigures(db, site, digest, period, now)
  run.set(key, figures)
  const told = await figures
  if (!told) return
  const { name, frequency, language } = digest
  const path = new URL('/', home).href
  return digestLetter({
    ...{ site: site.name, name, frequency, language, unsubscribe, home: path },
    figures: inbox ? told : { ...told, cases: null },
  })
}

async function readFigures(
  db: Db,
  site: Site,
  digest: DigestRow,
  period: Range,
  now: number,
): Promise<DigestFigures | undefined> {
  const asked = await askedBy(db, site, digest)
  return asked && (await figuresOf(db, site, asked, { period, frequency: digest.frequency, now }))
}
