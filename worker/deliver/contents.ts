import type { Env } from '../env.ts'
import type { Letter } from '../mail/letter.ts'
import { disabledLetter, replyLetter } from '../mail/letters.ts'
import type { Mail } from '../mail/mail.ts'
import type { Db } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'
import { findEndpoint } from '../store/endpoints.ts'
import { findResponse } from '../store/feed.ts'
import { findReply, findReplyAddress } from '../store/replies.ts'
import { findReplied } from '../store/reply-ground.ts'
import { findSite } from '../store/sites.ts'
import { alertContent } from './alert-content.ts'
import { digestContent } from './digest-content.ts'
import { noticeContent } from './notice-content.ts'

/** What is told of something: `data` in a webhook's JSON, `text` in a channel where people read it, `letter` by mail. */
export interface Content {
  data: object
  text: string
  letter?: Letter
  /** Of a mail, where that isn't the delivery's target: to whom, under whose name, and where answers go. */
  envelope?: Pick<Mail, 'to' | 'fromName' | 'replyTo'>
}

/** Makes of the rows as they are now what a delivery tells; undefined where they are gone. */
type Maker = (db: Db, delivery: Delivery, env: Env) => Promise<Content | undefined>

/** As the management API shows it: no contacts, and never the submission's key. */
const response: Maker = async (db, { site, response }) => {
  const item = response === null ? undefined : await findResponse(db, site, response)
  return item && { data: item, text: '' }
}

/** To a site's owners, unless somebody began anew with the endpoint meanwhile. */
const disabled: Maker = async (db, { site, about }, { PUBLIC_URL }) => {
  const endpoint = await findEndpoint(db, site, about)
  if (!endpoint || (endpoint.state !== 'gone' && endpoint.state !== 'failed')) return
  const { id, name, url, state } = endpoint
  const page = URL.canParse(PUBLIC_URL) ? new URL(`/settings/webhooks/${id}`, PUBLIC_URL).href : undefined
  return { data: {}, text: '', letter: disabledLetter({ name: name || new URL(url).hostname, state, page }) }
}

/** To a shopper, at the address they left: nothing where that has been deleted. */
const reply: Maker = async (db, { site, response, about }) => {
  const [found, shop] = await Promise.all([findReply(db, site, about), findSite(db, site)])
  const [to, replied] =
    found && shop && response !== null
      ? await Promise.all([findReplyAddress(db, found), findReplied(db, shop, response)])
      : [undefined, undefined]
  if (!found || !shop || to === undefined || !replied) return
  const { subject, text, language } = found
  const { replyTo } = shop.settings
  return {
    ...{ data: {}, text: '', letter: replyLetter({ shop: shop.name, subject, text, language, said: replied.said }) },
    envelope: { to: to.toLowerCase(), fromName: shop.name, ...(replyTo && { replyTo }) },
  }
}

/** By the delivery's type. */
const makers: Readonly<Record<string, Maker>> = {
  'response.created': response,
  'response.updated': response,
  'webhook.disabled': disabled,
  'alert.fired': alertContent,
  'digest.issued': digestContent,
  'case.reply': reply,
  'account.notice': noticeContent,
}

export async function contentOf(db: Db, delivery: Delivery, env: Env): Promise<Content | undefined> {
  return await makers[delivery.type]?.(db, delivery, env)
}
