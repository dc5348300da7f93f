import { type Meaning, place } from '../models/meaning.ts'
import { useScope } from './scope.ts'
import { Tip, type TipParts, useTip } from './use-tip.tsx'

/** The number behind a number: formula, numerator and denominator, days, zone and filters. `days` where it isn't of the screen's own. */
export function useDefinition(meaning: Meaning, days?: { from: string; to: string }): TipParts {
  return useTip(() => <Words meaning={meaning} days={days} />)
}

interface ToldProps {
  id: string
  meaning: Meaning
  days: { from: string; to: string } | undefined
  /** Asked for by Escape and by a tap elsewhere. */
  away: () => void
}

/** The definition itself, beside the element it stands in. */
export function Told({ id, meaning, days, away }: ToldProps) {
  return (
    <Tip id={id} away={away}>
      <Words meaning={meaning} days={days} />
    </Tip>
  )
}

function Words({ meaning, days }: Pick<ToldProps, 'meaning' | 'days'>) {
  const scope = useScope()
  return (
    <>
      <span>{meaning.formula}</span> <b class="num">{meaning.numbers}</b>{' '}
      <span class="soft">
        {meaning.note} {place(scope, days)}
      </span>
    </>
  )
}
