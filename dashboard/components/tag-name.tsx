import type { TagColour } from '../../worker/contract/tags.ts'

/** A tag as it looks wherever it stands for itself. */
export function TagName({ name, colour }: { name: string; colour: TagColour }) {
  return (
    <span class={`tag-chip tint-${colour}`}>
      <bdi>{name}</bdi>
    </span>
  )
}
