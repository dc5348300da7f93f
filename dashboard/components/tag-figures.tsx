import type { Tag } from '../../worker/contract/tags.ts'
import { longDay, shortDay } from '../models/days.ts'
import { mostWords, recentDays, shareWords, useTagFigures, type Week } from '../models/tag-figures.ts'
import { number, percent } from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { Refusal } from './refusal.tsx'
import { TagEffects } from './tag-effects.tsx'
import { Twin } from './twin.tsx'
import { WeekBars } from './week-bars.tsx'

/** How often a tag is given, week by week, and how the score differs where it is. Read again with each `turn`. */
export function TagFigures({ tag, turn }: { tag: Tag; turn: string | number }) {
  const { data, error } = useTagFigures(tag.id, turn)
  return (
    <section class="block wide" aria-labelledby="figures" aria-busy={!data && !error}>
      <h2 id="figures">What is said, and what it goes with</h2>
      <Refusal error={error} />
      {!data && !error && <div class="bone late" style={{ height: '180px' }} />}
      {data && (
        <>
          <p class="num">
            <b>{number(data.n)}</b> {data.n === 1 ? 'comment' : 'comments'} in the last {recentDays} days,{' '}
            {shareWords(data.share)}.
          </p>
          <figure class={`weeks tint-${tag.colour}`}>
            <WeekBars weeks={data.series} height={72} />
            <figcaption class="small soft num">
              <span>{shortDay(data.from)}</span>
              <span>{mostWords(data.series)}</span>
              <span>{shortDay(data.to)}</span>
            </figcaption>
          </figure>
          <Twin>{() => <Weeks of={data.series} />}</Twin>
          <TagEffects tag={tag} figures={data} />
        </>
      )}
    </section>
  )
}

function Weeks({ of }: { of: readonly Week[] }) {
  return (
    <table class="plain">
      <Columns of={[['Week of'], ['Comments', 'r'], ['Share', 'r'], ['Answers', 'r']]} />
      <tbody>
        {of.map(({ start, n, share, of: answers }) => (
          <tr key={start}>
            <th scope="row">{longDay(start)}</th>
            <td class="r num">{number(n)}</td>
            <td class="r num">{share === null ? '–' : percent(share)}</td>
            <td class="r num">{number(answers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
