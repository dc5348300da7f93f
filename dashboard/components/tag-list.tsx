import type { TagsFigures } from '../../worker/contract/tag-figures.ts'
import type { Tag, TagLearning } from '../../worker/contract/tags.ts'
import { recentDays, shareWords } from '../models/tag-figures.ts'
import { judgedInShort, rulesInShort, sourceInShort } from '../models/tag-words.ts'
import { number } from '../models/wording.ts'
import { type Column, Columns } from './columns.tsx'
import { WeekBars } from './week-bars.tsx'

type Figures = TagsFigures['tags'][number]

interface Props {
  tags: readonly Tag[]
  /** How well each is given; a tag without corrections may be missing. */
  judged: readonly TagLearning[]
  /** How often each is given; undefined until it is known, and for those that aren't any more. */
  figures?: readonly Figures[] | undefined
}

const columns: readonly Column[] = [['Tag'], [`Last ${recentDays} days`, 'r'], ['By week', 'drawn'], ['Looks for'], ['Given by']]

/** Tags with how often they are given, what gives them, and how often that is right. */
export function TagList({ tags, judged, figures }: Props) {
  return (
    <table class="plain tag-list">
      <Columns of={columns} />
      <tbody>
        {tags.map((tag) => (
          <Row
            key={tag.id}
            tag={tag}
            judged={judged.find(({ id }) => id === tag.id)}
            figures={figures?.find(({ id }) => id === tag.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  tag: Tag
  judged: TagLearning | undefined
  figures: Figures | undefined
}

function Row({ tag: { id, name, colour, description, rules }, judged, figures }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a class={`tag-chip tint-${colour}`} href={`/tags/${id}`}>
          <bdi>{name}</bdi>
        </a>
        {description && (
          <small class="soft" dir="auto">
            {description}
          </small>
        )}
      </th>
      <td class="r num">
        {figures && (
          <>
            <b>{number(figures.n)}</b>
            <span class="phone soft"> in {recentDays} days</span>
            <small class="soft">{shareWords(figures.share)}</small>
          </>
        )}
      </td>
      <td class={`drawn tint-${colour}`}>{figures && <WeekBars weeks={figures.series} height={28} />}</td>
      <td class="soft">
        <bdi>{rulesInShort(rules) || 'nothing by itself'}</bdi>
      </td>
      <td>
        <span class="phone soft">Given by: </span>
        {sourceInShort(judged)}
        <small class="soft num">{judgedInShort(judged)}</small>
      </td>
    </tr>
  )
}
