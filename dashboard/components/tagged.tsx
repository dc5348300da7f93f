import type { ComponentChildren } from 'preact'
import type { ResponseItem } from '../../worker/contract/response.ts'
import { sentimentSigns } from '../models/tag-words.ts'
import { TagChip } from './tag-chip.tsx'
import { useTagging } from './tagging.ts'

/** What a response's words were taken for: its tags, its mood, and whether that is the opposite of the score. */
export function Tagged({ item }: { item: ResponseItem }) {
  const tagging = useTagging()
  const tags = tagging?.tagsOf(item) ?? item.tags
  const { sentiment, disagrees } = item
  if (tags.length === 0 && !sentiment && !disagrees && !tagging?.pick) return null
  return (
    <div class="tagged">
      {tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {sentiment && (
        <Narrowing
          name={`mood ${sentiment}`}
          isOn={tagging?.narrowed.sentiment === sentiment}
          press={tagging && ((isOn) => tagging.narrow({ sentiment: isOn ? null : sentiment }))}
        >
          <span aria-hidden="true">{sentimentSigns[sentiment]}</span> {sentiment}
        </Narrowing>
      )}
      {disagrees && (
        <Narrowing
          name="disagrees"
          isOn={tagging?.narrowed.disagrees ?? false}
          press={tagging && ((isOn) => tagging.narrow({ disagrees: !isOn }))}
        >
          <span aria-hidden="true">⇄</span> words and score disagree
        </Narrowing>
      )}
      {tagging?.pick && (
        <button type="button" class="tag-it" onClick={() => tagging.pick?.(item)}>
          <span aria-hidden="true">+</span> Tag
        </button>
      )}
    </div>
  )
}

interface NarrowingProps {
  name: string
  isOn: boolean
  /** Narrows, or widens again; null where there is nothing to narrow. */
  press: ((isOn: boolean) => void) | null
  children: ComponentChildren
}

function Narrowing({ name, isOn, press, children }: NarrowingProps) {
  if (!press) return <span class={name}>{children}</span>
  return (
    <button type="button" class={name} aria-pressed={isOn} onClick={() => press(isOn)}>
      {children}
    </button>
  )
}
