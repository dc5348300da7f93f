import type { Tag, TagLearning } from '../../worker/contract/tags.ts'
import { precisionWords, recallWords, rulesInShort, sourceInShort } from '../models/tag-words.ts'
import { type Column, Columns } from './columns.tsx'

interface Props {
  tags: readonly Tag[]
  /** How well each is given; a tag without corrections may be missing. */
  judged: readonly TagLearning[]
}

const columns: readonly Column[] = [['Tag'], ['Looks for'], ['Given by'], ['Precision'], ['Recall']]

/** Tags with what gives them, and how often that is right. */
export function TagList({ tags, judged }: Props) {
  return (
    <table class="plain tag-list">
      <Columns of={columns} />
      <tbody>
        {tags.map((tag) => (
          <Row key={tag.id} tag={tag} judged={judged.find(({ id }) => id === tag.id)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ tag: { id, name, colour, description, rules }, judged }: { tag: Tag; judged: TagLearning | undefined }) {
  const known = judged ?? { precision: null, recall: null }
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
      <td class="soft">
        <bdi>{rulesInShort(rules) || 'nothing by itself'}</bdi>
      </td>
      <td>
        <span class="phone soft">Given by: </span>
        {sourceInShort(judged)}
      </td>
      <td class={known.precision === null ? 'soft' : 'num'}>
        <span class="phone soft">Precision: </span>
        {precisionWords(known)}
      </td>
      <td class={known.recall === null ? 'soft' : 'num'}>
        <span class="phone soft">Recall: </span>
        {recallWords(known)}
      </td>
    </tr>
  )
}
