import type { Memory } from '../../worker/domain/gates/gate.ts'
import { type Happening, storageKey } from '../seam.ts'
import { quietly } from './quietly.ts'

/** What this browser knows of the shopper. Where storage is blocked it lasts as long as the page. */
export function openMemory(site: string) {
  const key = storageKey(site)
  const waits = (name: string) => name.startsWith(`${key}:`)
  /** When each thing happened last, in ms since 1970: by its name with any survey, by name and survey's id with that one. */
  let clocks: Record<string, number> = {}

  // Read anew each time: another tab may have asked meanwhile.
  const read = () => quietly(() => (clocks = { ...JSON.parse(localStorage[key]) }))

  return {
    of(survey: string): Memory {
      read()
      return { ...clocks, answered: clocks[`answered${survey}`], dismissed: clocks[`dismissed${survey}`] }
    },

    note(what: Happening, survey: string, now: number) {
      read()
      clocks[what] = clocks[what + survey] = now
      quietly(() => localStorage.setItem(key, JSON.stringify(clocks)))
    },

    /** Whether answers of earlier pages wait to be sent. */
    hasWaiting: () => quietly(() => Object.keys(localStorage).some(waits)),

    /** The survey half-finished in this tab. */
    halfFinished: (): string | undefined => quietly(() => JSON.parse(sessionStorage[key]).survey),
    dropHalf: () => quietly(() => sessionStorage.removeItem(key)),

    /** Everything, the answers that wait included. */
    forget() {
      clocks = {}
      quietly(() => {
        sessionStorage.removeItem(key)
        localStorage.removeItem(key)
        for (const name of Object.keys(localStorage).filter(waits)) localStorage.removeItem(name)
      })
    },
  }
}
