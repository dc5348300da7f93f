import type { Interval } from '../../worker/contract/report.ts'
import { changeIntervalMeaning } from '../models/meaning.ts'
import { signed } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'

/** A handful of like answers can have an interval without any width: that is chance, not certainty. */
export const tooFew = 10

interface Props {
  change: number | null
  interval: Interval | null
  /** Null where too few answered to tell. */
  distinguishable: boolean | null
  /** Without the interval. */
  brief?: boolean
  days?: { from: string; to: string }
}

/** Whether a change is more than chance, in words. */
export function Certainty({ change, interval, distinguishable, brief = false, days }: Props) {
  if (distinguishable === null || !interval || change === null) return <>Too few answers to tell a change from chance.</>
  return (
    <>
      {distinguishable ? 'More than chance' : 'Not distinguishable from no change'}
      {!brief && (
        <>
          {' (95 % interval of the change '}
          <ChangeInterval {...{ change, interval, days }} />)
        </>
      )}
      .
    </>
  )
}

/** Between which changes the true one lies, which says how it is reckoned. */
export function ChangeInterval({ change, interval, days }: { change: number; interval: Interval; days?: Props['days'] }) {
  const scope = useScope()
  const range = `${signed(scope.metric, interval[0])} to ${signed(scope.metric, interval[1])}`
  return (
    <Definition meaning={changeIntervalMeaning(scope, change, range)} days={days}>
      {range}
    </Definition>
  )
}
