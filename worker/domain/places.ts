/** How many pieces of work may go on at a time, and how that follows the time they take. */
export interface PlacesSettings {
  first: number
  least: number
  most: number
  /** Faster than this is not told apart: clocks tick in ms. */
  floorMs: number
  /** After how long the shortest time is forgotten: what a database takes changes. */
  memoryMs: number
}

export interface Places {
  /** A place, or undefined where there is none: nobody waits here. */
  take: (who: string) => Place | undefined
  /** How many there are now. */
  limit: () => number
}

export interface Place {
  /** The work begins now, having come as far as this; its time counts from here. To be called once, if at all. */
  begin: (now: number) => void
  /** Gives it back; only work that is like the other `tells` how long it takes. To be called once. */
  leave: (now: number, tells: boolean) => void
}

/** Fewer than this waiting for others: room for more. More than this: too many. */
const [fewWait, manyWait] = [2, 4]

/**
 * Places for work that all waits for one thing, a database. How much of it waits there is told by its time, as TCP Vegas tells how much of a
 * window lies in a queue: of n at once, n (1 - shortest time / time) wait. So many may go on that a few wait, which keeps the database busy,
 * and no more, which would only add to everybody's time (Brakmo and Peterson, "TCP Vegas: End to End Congestion Avoidance on a Global
 * Internet", 1995). Of those who ask at once each has an equal share: whoever holds less than theirs gets a place beyond the limit, up to twice it.
 */
export function adaptivePlaces({ first, least, most, floorMs, memoryMs }: PlacesSettings): Places {
  const taken = new Map<string, number>()
  let limit = first
  let inUse = 0
  let begun = 0
  let shortest = Number.POSITIVE_INFINITY
  let shortestBefore = Number.POSITIVE_INFINITY
  let since = Number.NEGATIVE_INFINITY

  const hasRoom = (who: string): boolean => {
    if (inUse < Math.floor(limit)) return true
    if (inUse >= 2 * limit) return false
    const own = taken.get(who) ?? 0
    return own < Math.floor(limit / (taken.size + (own === 0 ? 1 : 0)))
  }

  const learn = (took: number, atOnce: number, now: number): void => {
    if (now - since > memoryMs) {
      shortestBefore = shortest
      shortest = Number.POSITIVE_INFINITY
      since = now
    }
    shortest = Math.min(shortest, took)
    const shortestKnown = Math.max(floorMs, Math.min(shortest, shortestBefore))
    const waiting = atOnce * Math.max(0, 1 - shortestKnown / Math.max(took, 1))
    // By one for as many pieces of work as there are places: once in the time a piece takes.
    if (waiting > manyWait) limit = Math.max(least, limit - 1 / limit)
    // What isn't used says nothing of whether more would do.
    else if (waiting < fewWait && atOnce * 2 > limit) limit = Math.min(most, limit + 1 / limit)
  }

  return {
    limit: () => Math.floor(limit),
    take: (who) => {
      if (!hasRoom(who)) return
      inUse++
      taken.set(who, (taken.get(who) ?? 0) + 1)
      let beganAt: number | undefined
      let atOnce = 0
      return {
        begin: (now) => {
          beganAt = now
          atOnce = ++begun
        },
        leave: (now, tells) => {
          inUse--
          const left = (taken.get(who) ?? 1) - 1
          if (left > 0) taken.set(who, left)
          else taken.delete(who)
          if (beganAt === undefined) return
          begun--
          if (tells) learn(now - beganAt, atOnce, now)
        },
      }
    },
  }
}
