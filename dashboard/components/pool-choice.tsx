import { type Poolable, reasonAgainst, scaleWords } from '../models/pool.ts'

interface Props {
  surveys: readonly Poolable[]
  chosen: readonly Poolable[]
  choose: (chosen: Poolable[]) => void
}

/** Every survey of the site to tick; what can't stand beside those ticked says why. */
export function PoolChoice({ surveys, chosen, choose }: Props) {
  function toggle(survey: Poolable) {
    choose(chosen.includes(survey) ? chosen.filter((one) => one !== survey) : [...chosen, survey])
  }
  return (
    <fieldset class="pool-choice">
      <legend class="hidden">Surveys in one score</legend>
      {surveys.map((survey) => {
        const isChosen = chosen.includes(survey)
        const reason = isChosen ? null : reasonAgainst(survey, chosen)
        const hint = `pool-${survey.id}`
        return (
          <label key={survey.id} class={reason ? 'check off' : 'check'}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={reason !== null}
              aria-describedby={hint}
              onChange={() => toggle(survey)}
            />
            <span>
              <bdi>{survey.name}</bdi>
              <small id={hint}>
                {scaleWords(survey)}
                {survey.state !== 'live' && ` · ${survey.state}`}
                {reason && ` · ${reason}`}
              </small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
