import type { Sent } from './stage.ts'

const words = /[\w-]+/g
/** site_…, srv_…, ck_…: what the worker gave out. */
const id = /^[a-z]+_\w/

/**
 * What somebody might send in the place of their own request with the ids that the other shop's owner sent there: each of them alone, and all
 * at once.
 */
export function attacksOf(own: Sent, theirs: Sent): Sent[] {
  const [mine, others] = [own.text.match(words) ?? [], theirs.text.match(words) ?? []]
  if (mine.length !== others.length) return [{ ...own, text: theirs.text }]
  const foreign = mine.flatMap((word, i) => (word !== others[i] && id.test(word) ? [i] : []))
  const withTheirs = (places: number[]) => {
    let i = -1
    return { ...own, text: own.text.replace(words, (word) => (places.includes(++i) ? (others[i] ?? '') : word)) }
  }
  const single = foreign.map((place) => withTheirs([place]))
  return foreign.length > 1 ? [withTheirs(foreign), ...single] : single
}

/** What a request asks for, whoever's ids stand in it. */
export const shapeOf = ({ method, text }: Sent) =>
  `${method} ${text.split('\n', 1)[0]?.replace(words, (word) => (id.test(word) ? 'id' : word))}`
