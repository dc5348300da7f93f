import type { Memory } from '../../worker/domain/gates/gate.ts'
import { type Happening, storagePrefix } from '../seam.ts'
import { quietly } from './quietly.ts'

/** What this browser knows of the shopper. Where storage is blocked it lasts as long as the page. */
export function openMemory(site: string) {
  const key = storagePrefix + site
  const waiting = () => Object.keys(localStorage).filter((name) => name.startsWith(`${key}:`))
  const dropHalf = () => quietly(() => sessionStorage.removeItem(key))
  /** When each thing happened last, in ms since 1970: by its name with any survey, by name and survey's id with that one, and the time before by `re`. */
  let clocks: Record<string, number | undefined> = {}

  // Read anew each time: another tab may have asked meanwhile.
  const read = () => quietly(() => (clocks = { ...JSON.parse(localStorage[key]) }))

  return {
    of(survey: string): Memory {
      read()
      return {
        ...clocks,
        answered: clocks[`answered${survey}`],
        dismissed: clocks[`dismissed${survey}`],
        redismissed: clocks[`redismissed${survey}`],
      }
    },

    note(what: Happening, survey: string, now: number) {
      read()
      clocks[`re${what}${survey}`] = clocks[what + survey]
      clocks[what] = clocks[what + survey] = now
      quietly(() => localStorage.setItem(key, JSON.stringify(clocks)))
    },

    /** Whether answers of earlier pages wait to be sent. */
    hasWaiting: () => quietly(() => waiting()[0]),

    /** The survey half-finished in this tab. */
    halfFinished: (): string | undefined => quietly(() => JSON.parse(sessionStorage[key]).survey),
    dropHalf,

    /** Everything, the answers that wait included. */
    forgetAll() {
      clocks = {}
      dropHalf()
      quietly(() => {
        for (const name of [key, ...waiting()]) localStorage.removeItem(name)
      })
    },
  }
}
