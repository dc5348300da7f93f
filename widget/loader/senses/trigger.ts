import type { TriggerType } from '../../../worker/domain/gates/bake.ts'
import { quietly } from '../quietly.ts'
import type { Sense } from './sense.ts'

/** Watches for what the site's surveys wait for; each page begins anew. */
const trigger: Sense = (felt, look, { surveys }, triggers) => {
  const wanted = new Set(surveys.flatMap(({ gates }) => gates.triggers ?? []))
  let watching = new AbortController()
  const watch = () => {
    watching.abort()
    watching = new AbortController()
    const { signal } = watching
    const fired: string[] = []
    felt.fired = fired
    for (const name of wanted) {
      const [type] = name.split(' ')
      const fire = () => {
        if (signal.aborted || fired.includes(name)) return
        fired.push(name)
        look()
      }
      quietly(() => triggers[type as TriggerType](name.slice(name.indexOf(' ') + 1), fire, signal))
    }
  }
  watch()
  addEventListener('earshot:page', watch)
}
export default trigger
