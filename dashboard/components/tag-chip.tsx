import type { ResponseTag } from '../../worker/contract/response.ts'
import { wholePercent, whyTagged } from '../models/tag-words.ts'
import { useTagging } from './tagging.ts'
import { useTip } from './use-tip.tsx'

/** A response's tag, which says why it is there by hover or focus; a press narrows the screen to it, or widens it again. */
export function TagChip({ tag }: { tag: ResponseTag }) {
  const tagging = useTagging()
  const { host, control, tip } = useTip(() => <bdi>{whyTagged(tag)}</bdi>)
  const words = (
    <>
      <bdi>{tag.name}</bdi>
      {tag.source === 'learned' && <small class="num">{wholePercent(tag.confidence)}</small>}
    </>
  )
  const looks = `tag-chip tint-${tagging?.colourOf(tag.id) ?? 'slate'}`
  if (!tagging) return <span class={looks}>{words}</span>
  const isOn = tagging.narrowed.tag === tag.name
  return (
    <span class="defined" {...host}>
      <button
        type="button"
        class={looks}
        aria-pressed={isOn}
        {...control}
        onClick={() => tagging.narrow({ tag: isOn ? null : tag.name })}
      >
        {words}
      </button>
      {tip}
    </span>
  )
}
