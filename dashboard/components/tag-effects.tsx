import type { TagFigures } from '../../worker/contract/tag-figures.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { extent } from '../../worker/domain/extent.ts'
import { changeMeaning, scoreMeaning } from '../models/meaning.ts'
import { recentDays } from '../models/tag-figures.ts'
import { fewAnswers, score as scoreText, signed } from '../models/wording.ts'
import { type Column, Columns } from './columns.tsx'
import { Definition } from './definition.tsx'
import { Effect } from './effect.tsx'
import { ScopeContext } from './scope.ts'
import { ScoreCells } from './score-cells.tsx'

const columns: readonly Column[] = [
  ['Survey'],
  ['n', 'r'],
  ['Score with it', 'r'],
  ['Without it', 'r'],
  ['Effect', 'r'],
  ['95 % interval', 'drawn'],
]

/** The score of those who have a tag beside everybody else's, survey by survey; a survey is followed with the tag as its filter. */
export function TagEffects({ tag, figures }: { tag: Tag; figures: TagFigures }) {
  const { surveys } = figures
  if (surveys.length === 0) return <p class="notice small">Nobody who has this tag gave a score in these days.</p>
  return (
    <>
      <table class="breakdown tag-effects">
        <Columns of={columns} />
        <tbody>
          {surveys.map((survey) => (
            <Row key={survey.survey} tag={tag} survey={survey} figures={figures} />
          ))}
        </tbody>
      </table>
      <p class="small soft">
        Effect: the score of answers with the tag less that of all others. It tells what goes together, not what causes what.
      </p>
    </>
  )
}

interface RowProps {
  tag: Tag
  survey: TagFigures['surveys'][number]
  figures: TagFigures
}

function Row({ tag, survey, figures: { from, to, timeZone } }: RowProps) {
  const { metric, scale, n, score, without, change, changeInterval, distinguishable } = survey
  const scope = { metric, scale, from, to, timeZone, segments: {} }
  const range = changeInterval && `${signed(metric, changeInterval[0])} to ${signed(metric, changeInterval[1])}`
  const names = { change: 'Effect', now: 'score with the tag', before: 'score of everybody else' }
  const [low, high] = extent(metric, scale)
  const address = `/surveys/${survey.survey}?${new URLSearchParams({ days: `${recentDays}`, tag: tag.name })}`
  return (
    <ScopeContext.Provider value={scope}>
      <tr class={distinguishable ? '' : 'thin'}>
        <th scope="row">
          {tag.archived ? (
            <bdi>{survey.name}</bdi>
          ) : (
            <a href={address}>
              <bdi>{survey.name}</bdi>
            </a>
          )}
          {n < fewAnswers && <small class="soft">few answers</small>}
        </th>
        <ScoreCells of={survey} />
        <td class="r num">
          <Definition meaning={scoreMeaning(scope, without)}>
            {without.score === null ? '–' : scoreText(metric, without.score)}
          </Definition>
        </td>
        <td class="r num">
          <Definition meaning={changeMeaning(scope, names, { score, change })}>
            {change === null ? (
              '–'
            ) : (
              <span class={distinguishable ? (change < 0 ? 'change sure bad' : 'change sure good') : ''}>
                {distinguishable && <span aria-hidden="true">{change < 0 ? '▼ ' : '▲ '}</span>}
                {signed(metric, change)}
              </span>
            )}
          </Definition>
          {range && <small class="soft">{range}</small>}
          {change !== null && !distinguishable && <small class="soft">may be chance</small>}
        </td>
        <td class="drawn">
          {change !== null && (
            <Effect
              effect={change}
              interval={changeInterval}
              reach={high - low}
              label={`${signed(metric, change)}${range ? `, 95 % interval ${range}` : ''}`}
            />
          )}
        </td>
      </tr>
    </ScopeContext.Provider>
  )
}
