import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { readUnsubscribeToken, whoUnsubscribes } from '../domain/unsubscribing.ts'
import type { Env } from '../env.ts'
import { digestWords } from '../mail/digest-words.ts'
import { pageHeaders } from '../middleware/page-headers.ts'
import { type Db, openDb } from '../store/db.ts'
import { type DigestRow, findAnyDigest, listOptouts, optIn, optOut } from '../store/digests.ts'
import { listMembers } from '../store/members.ts'
import { ownPage } from './own-page.ts'

type PageEnv = { Bindings: Env }

/**
 * Where the way out of a digest leads. Opening it asks, and changes nothing, since mail scanners open links; a POST unsubscribes, by the button or
 * by the mail program itself (RFC 8058), which sends neither cookie nor origin. Nobody needs to be signed in.
 */
export const unsubscribePage = new Hono<PageEnv>()
  .use(pageHeaders)
  .get('/:token', async (c) => {
    const reader = await readerOf(c)
    return reader ? (reader.isOut ? left(c, reader) : asked(c, reader)) : gone(c)
  })
  .post('/:token', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return gone(c)
    await optOut(reader.db, reader.digest.id, reader.email, Date.now())
    return left(c, reader)
  })
  .post('/:token/undo', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return gone(c)
    await optIn(reader.db, reader.digest.id, reader.email)
    const { stay, staySays } = digestWords[reader.digest.language].page
    return c.html(ownPage(stay, staySays, '', reader.digest.language))
  })

interface Reader {
  db: Db
  digest: DigestRow
  email: string
  isOut: boolean
}

/** Whom the token was made for, as long as the digest has to do with them. */
async function readerOf(c: Context<PageEnv>): Promise<Reader | undefined> {
  const token = readUnsubscribeToken(c.req.param('token') ?? '')
  const db = openDb(c.env.DB)
  const digest = token && (await findAnyDigest(db, token.digest))
  if (!digest) return
  const [optouts, members] = await Promise.all([listOptouts(db, digest.id), listMembers(db, digest.site)])
  const people = members.filter(({ id }) => digest.people.includes(id)).map(({ email }) => email)
  const email = await whoUnsubscribes(digest, token.signature, [...digest.addresses, ...people, ...optouts])
  return email === undefined ? undefined : { db, digest, email, isOut: optouts.includes(email) }
}

function asked(c: Context<PageEnv>, { digest: { name, language } }: Reader) {
  const { question, leave } = digestWords[language].page
  return c.html(ownPage(question, name, html`<form method="post"><button>${leave}</button></form>`, language))
}

function left(c: Context<PageEnv>, { digest: { language } }: Reader) {
  const words = digestWords[language].page
  const path = `/unsubscribe/${c.req.param('token')}/undo`
  const back = html`<form method="post" action="${path}"><button>${words.back}</button></form>`
  return c.html(ownPage(words.left, words.leftSays, back, language))
}

const gone = (c: Context<PageEnv>) => c.html(ownPage(digestWords.en.page.gone, 'Nothing of it is sent any more.', ''), 404)
