import { deviations, mostOfNetwork, sharedFrom, slack } from '../domain/suspicion.ts'

/** What a step is judged by, in the transaction that stores it. */
export interface Suspicion {
  /** The UTC day it came on, and the first of those whose comments it is compared with. */
  day: string
  since: string
  /** The visitor and their network (domain/visitor.ts), '' where none is known, and the band of the score. */
  visitor: string
  network: string
  band: string
  /** Whether one visitor has one answer: not of links, letters and devices in a shop. */
  single: boolean
  /** The band's usual share; -1 where nobody knows. */
  share: number
  /** Steps of a day from which on it is beyond every day before; -1 where nobody knows. */
  surge: number
  /** The comment's words and the submission's key, hashed; '' of a comment that anybody may have written. */
  saying: string
  sayer: string
  /** How often the same words are counted. */
  copies: number
  /** The id of an order that the shop has signed; '' for none. */
  order: string
  /** Whether only what is verified counts. */
  verifiedOnly: boolean
}

// Who answered today stands in `outcomes`, in the row of the day's stored steps, which each answer writes anyway: an entry of fixed length
// for each answer that was counted, the newest first. What was set aside leaves none, so that a flood can't wash out who came before it,
// and each rule is a bound on what is counted.
//   ~ five letters of the visitor, ^ five of the network, the band, !
const entryLength = 14
/** So many answers a day are remembered of a survey. */
const entries = 1_000
//   ~ five letters of the words, three of the submission
const sayingLength = 9
const sayings = 300

/** How often a mark of a length stands in a text. */
const times = (text: string, mark: string, length: number) =>
  `(length(${text}) - length(replace(${text}, ${mark}, ''))) / ${length}`

/** k of n answers in a band whose usual share is p are more than chance brings (domain/suspicion.ts). */
const tooMany = (k: string, n: string, p: string) => {
  const over = `(${k} - ${n} * ${p} - ${slack})`
  return `(${over} > 0 AND ${over} * ${over} > ${deviations ** 2} * ${n} * ${p} * (1 - ${p}))`
}

/**
 * The reasons against a step as JSON text `held` and the order it is verified by, of site ?2 and survey ?3, from its parameter ?`first` on
 * (`suspicionValues`). Who has bought something is no forger: what is verified is asked for its words alone.
 */
export function judgedBy(first: number): string {
  const of = (index: number) => `?${first + index}`
  const [day, since, visitor, network, band, single, share, surge, saying, said, copies, order, only] = Array.from(
    { length: 13 },
    (_, i) => of(i),
  )
  return `
WITH today AS MATERIALIZED (
  SELECT coalesce(max(visitors), '') AS ring, coalesce(max(n), 0) AS steps
  FROM outcomes WHERE site = ?2 AND survey = ?3 AND day = ${day} AND outcome = 'stored'),
counted AS MATERIALIZED (
  SELECT ring, steps, iif(length(${network}) > 1 AND instr(ring, ${network}), ${times('ring', network ?? '', 6)}, 0) AS near,
         iif(length(${network}) > 1 AND instr(ring, ${network}), ${times('ring', `${network} || ${band}`, 7)}, 0) AS near_alike FROM today),
signed AS MATERIALIZED (
  SELECT iif(${order} = '' OR EXISTS (SELECT 1 FROM responses WHERE survey = ?3 AND verified_order = ${order} AND verified_order <> ''),
             '', ${order}) AS verified_order),
judged AS MATERIALIZED (
  SELECT verified_order, '[' || rtrim(
    CASE WHEN verified_order = '' AND ${only} THEN '"unverified",' ELSE '' END ||
    CASE WHEN verified_order = '' AND ${single} AND near BETWEEN 1 AND ${sharedFrom} - 1 AND instr(ring, ${visitor}) THEN '"repeat",' ELSE '' END ||
    CASE WHEN verified_order = '' AND iif(${share} < 0, near >= ${mostOfNetwork}, ${tooMany('(near_alike + 1)', '(near + 1)', share ?? '')}) THEN '"network",' ELSE '' END ||
    CASE WHEN verified_order = '' AND ${surge} >= 0 AND ${share} >= 0 AND steps >= ${surge} AND ${tooMany(`(1 + ${times('ring', `${band} || '!'`, 2)})`, `(1 + length(ring) / ${entryLength})`, share ?? '')} THEN '"surge",' ELSE '' END ||
    CASE WHEN ${saying} <> '' AND (
      SELECT coalesce(sum(${times('texts', saying ?? '', 6)} - ${times('texts', said ?? '', sayingLength)}), 0)
      FROM outcomes WHERE site = ?2 AND survey = ?3 AND day BETWEEN ${since} AND ${day}) >= ${copies} THEN '"text",' ELSE '' END,
    ',') || ']' AS held FROM counted, signed)`
}

export function suspicionValues(of: Suspicion): (string | number)[] {
  const { visitor, network, saying, sayer } = of
  return [
    ...[of.day, of.since, `~${visitor}`, `^${network}`, of.band, of.single ? 1 : 0, of.share, of.surge],
    ...[saying && `~${saying}`, saying && `~${saying}${sayer}`, of.copies, of.order, of.verifiedOnly ? 1 : 0],
  ]
}

/** What the day remembers of an answer, if it is counted. */
export const entryOf = ({ visitor, network, band }: Suspicion) => (network ? `~${visitor}^${network}${band}!` : '')
export const sayingEntryOf = ({ saying, sayer }: Suspicion) => saying && `~${saying}${sayer}`

/** The newest entries first, no more than fit. A comment that a later step repeats is one. */
export const remember = `
  visitors = substr(excluded.visitors || visitors, 1, ${entries * entryLength}),
  texts = CASE WHEN instr(texts, excluded.texts) > 0 THEN texts ELSE substr(excluded.texts || texts, 1, ${sayings * sayingLength}) END`
