import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openMemory } from '../../widget/loader/memory.ts'
import { storagePrefix } from '../../widget/seam.ts'
import { isDue, weighGates } from '../../worker/domain/eligibility.ts'
import { allGates } from '../../worker/domain/gates/index.ts'
import { gatesOf } from '../../worker/domain/gates/of.ts'
import { standardTargeting } from '../../worker/domain/standard.ts'

const hour = 60 * 60 * 1000
const start = Date.UTC(2026, 0, 5)

/** What a shopper does with a survey that is shown; `leave` is neither an answer nor a dismissal. */
const reaction = fc.constantFrom('answered', 'dismissed', 'dismissed', 'leave', 'leave', 'never' as const)
const rests = fc.record({
  daysAfterAnswer: fc.constantFrom(0, 1, 30, 90),
  daysAfterDismissal: fc.constantFrom(0, 1, 30),
  daysAfterSecondDismissal: fc.constantFrom(0, 2, 60, 180),
  daysAcrossSurveys: fc.constantFrom(0, 1, 7),
})
/** Some months of a shop with three surveys: pages at odd times, and what somebody would do there. */
const life = fc.record({
  surveys: fc.array(rests, { minLength: 3, maxLength: 3 }),
  pages: fc.array(fc.record({ after: fc.integer({ min: 0, max: 24 * 20 }), reaction }), { minLength: 1, maxLength: 60 }),
})

beforeAll(() => {
  // A browser's storage, as far as the loader uses it: names are its own properties, methods are not.
  const methods = {
    setItem(this: Record<string, string>, name: string, text: string) {
      this[name] = text
    },
  }
  vi.stubGlobal('localStorage', Object.create(methods))
})
afterAll(() => vi.unstubAllGlobals())

/** An independent account: every happening, and rules told as one would tell them to a person. */
type Happening = { at: number; survey: number; what: string }

function mayAsk(history: Happening[], survey: number, rules: { [key: string]: number }, now: number): boolean {
  const daysSince = (what: string, of?: number) => {
    const times = history.filter((one) => one.what === what && (of === undefined || one.survey === of)).map(({ at }) => at)
    return times.length ? (now - Math.max(...times)) / (24 * hour) : Number.POSITIVE_INFINITY
  }
  const dismissals = history.filter((one) => one.what === 'dismissed' && one.survey === survey).length
  const { daysAfterAnswer = 0, daysAfterDismissal = 0, daysAfterSecondDismissal = 0, daysAcrossSurveys = 0 } = rules
  const second = daysAfterDismissal === 0 || daysAfterSecondDismissal === 0 ? daysAfterDismissal : daysAfterSecondDismissal
  return (
    !history.some(({ what }) => what === 'never') &&
    daysSince('answered', survey) >= daysAfterAnswer &&
    daysSince('dismissed', survey) >= (dismissals >= 2 ? second : daysAfterDismissal) &&
    daysSince('shown') >= daysAcrossSurveys
  )
}

test('over simulated months each page asks exactly when an independent account of all that happened lets it', () => {
  fc.assert(
    fc.property(life, ({ surveys, pages }) => {
      localStorage.setItem(`${storagePrefix}pk_test`, '{}')
      const memory = openMemory('pk_test')
      const place = { touchpoint: '', timeZone: 'Europe/Berlin', excluded: [] }
      const gates = surveys.map((rules, i) => gatesOf({ ...standardTargeting, ...rules }, { ...place, survey: `srv_${i}` }))
      const history: Happening[] = []
      let now = start
      for (const { after, reaction } of pages) {
        now += after * hour + 1
        const page = { path: '/', events: new Set<string>() }
        const due = gates.map((asked, i) => isDue(weighGates(asked, allGates, page, memory.of(`srv_${i}`), now)))
        expect(due).toEqual(surveys.map((rules, i) => mayAsk(history, i, rules, now)))
        const survey = due.indexOf(true)
        if (survey < 0) continue
        for (const what of [
          'shown',
          ...(reaction === 'leave' ? [] : [reaction]),
          ...(reaction === 'never' ? ['dismissed'] : []),
        ]) {
          history.push({ at: now, survey, what })
          memory.note(what as 'shown', `srv_${survey}`, now)
        }
      }
    }),
    { numRuns: 500 },
  )
})
