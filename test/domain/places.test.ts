import { describe, expect, it } from 'vitest'
import { adaptivePlaces, type Place } from '../../worker/domain/places.ts'

const settings = { first: 8, least: 2, most: 40, floorMs: 5, memoryMs: 60_000 }

/** A database that does one thing after another: work of `ms` each behind whatever was there before, and `wayMs` to get there and back. */
function database(places: ReturnType<typeof adaptivePlaces>, ms: number, wayMs: number) {
  let now = 0
  let freeAt = 0
  const going: { place: Place; endsAt: number }[] = []
  const took: number[] = []
  return {
    took,
    /** Offers work every `everyMs` for so long; answers how many pieces were done. */
    offer: (everyMs: number, forMs: number, who = 'a'): number => {
      let done = 0
      for (const endsAt = now + forMs; now < endsAt; now += everyMs) {
        for (const one of going.filter((one) => one.endsAt <= now)) {
          going.splice(going.indexOf(one), 1)
          one.place.leave(one.endsAt, true)
          done++
        }
        const place = places.take(who)
        if (!place) continue
        place.begin(now)
        freeAt = Math.max(freeAt, now + wayMs / 2) + ms
        took.push(freeAt + wayMs / 2 - now)
        going.push({ place, endsAt: freeAt + wayMs / 2 })
      }
      return done
    },
  }
}

describe('places', () => {
  it('are as many as at first while nothing is known, and whoever comes then gets none', () => {
    const places = adaptivePlaces(settings)
    const taken = Array.from({ length: 9 }, () => places.take('a'))
    expect(taken.map((place) => place !== undefined)).toEqual([...Array<boolean>(8).fill(true), false])
    taken[0]?.leave(10, false)
    expect([places.take('a') !== undefined, places.take('a') !== undefined]).toEqual([true, false])
  })

  it('stay free for who holds less than their share, and are never more than twice as many', () => {
    const places = adaptivePlaces(settings)
    for (let i = 0; i < 8; i++) places.take('flood')
    expect(places.take('flood')).toBeUndefined()
    const others = Array.from({ length: 5 }, () => places.take('shop'))
    expect(others.map((place) => place !== undefined)).toEqual([true, true, true, true, false])
    // A third has a third of the places, and so on; at last nobody has any.
    for (let i = 0; i < 100; i++) places.take(`one of many ${i}`)
    expect(places.take('new')).toBeUndefined()
  })

  it.each([
    ['beside the database', 2, 3],
    ['far from it', 2, 40],
    ['where it is slow', 20, 10],
  ])(
    '%s are so many that three times what it can do keeps it busy, and hardly longer for each than one takes alone',
    (_, ms, wayMs) => {
      const places = adaptivePlaces(settings)
      const far = database(places, ms, wayMs)
      far.offer(ms / 3, 1_000 * ms)
      far.took.length = 0
      const done = far.offer(ms / 3, 1_000 * ms)
      expect(done).toBeGreaterThan(900)
      // The few that wait, and one for what comes between.
      expect(Math.max(...far.took)).toBeLessThanOrEqual(ms + wayMs + 7 * ms)
    },
  )

  it('are fewer when the database grows slow, and more again when it has recovered', () => {
    const places = adaptivePlaces(settings)
    const held = (took: number, now: number) => {
      const all = Array.from({ length: places.limit() }, () => places.take('a'))
      for (const place of all) place?.begin(now)
      for (const place of all) place?.leave(now + took, true)
    }
    for (let i = 0; i < 10; i++) held(10, i * 100)
    const before = places.limit()
    for (let i = 10; i < 60; i++) held(200, i * 1_000)
    expect(places.limit()).toBeLessThan(before)
    expect(places.limit()).toBeGreaterThanOrEqual(settings.least)
    for (let i = 60; i < 400; i++) held(10, i * 1_000)
    expect(places.limit()).toBe(settings.most)
  })

  it('are not fewer for work that says nothing of the time that others take', () => {
    const places = adaptivePlaces(settings)
    for (let i = 0; i < 1_000; i++) places.take('a')?.leave(60_000, false)
    expect(places.limit()).toBe(settings.first)
  })
})
