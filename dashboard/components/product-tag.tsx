import type { ProductRow } from '../../worker/contract/products.ts'
import { shareMeaning } from '../models/meaning.ts'
import { number } from '../models/wording.ts'
import { useDefinition } from './use-definition.tsx'

interface Props {
  tag: ProductRow['tags'][number]
  /** The answers about the product. */
  n: number
  days: { from: string; to: string }
  choose: (() => void) | null
}

/** A tag that is said of a product, and by how many; a press reads what they wrote. */
export function ProductTag({ tag: { name, n: said }, n, days, choose }: Props) {
  const { host, control, show, tip } = useDefinition(
    shareMeaning(
      `Share with the tag ${name}`,
      ['scored responses about it with the tag', said],
      ['scored responses about it', n],
    ),
    days,
  )
  return (
    <span class="defined" {...host}>
      <button type="button" class="tag-chip tint-slate" {...control} onClick={choose ?? show}>
        <bdi>{name}</bdi> <small class="num">{number(said)}</small>
      </button>
      {tip}
    </span>
  )
}
