import { useEffect, useRef } from 'preact/hooks'
import type { Tag } from '../../worker/contract/tags.ts'
import { number } from '../models/wording.ts'

interface Props {
  options: readonly Tag[]
  /** The one that Enter chooses; the new one is the last. */
  at: number
  /** What a new tag would be called; '' for none. */
  fresh: string
  /** How many of the responses, `of` in all, have a tag. */
  countOf: (tag: Tag) => number
  of: number
  choose: (index: number) => void
}

/** The list beneath the field of the picker, which keeps focus: the field says which of these it is at. */
export function TagOptions({ options, at, fresh, countOf, of, choose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('.at')?.scrollIntoView({ block: 'nearest' })
  }, [at, options.length])
  const part = (i: number) => ({
    id: `picker-tag-${i}`,
    class: i === at ? 'at' : '',
    // Focus stays in the field: else a press would close the keyboard of a phone.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: () => choose(i),
  })
  return (
    <>
      {options.length === 0 && !fresh && (
        <p class="soft small" role="status">
          No such tag.
        </p>
      )}
      <div class="picker-tags" id="picker-tags" role="listbox" aria-label="Tags" aria-multiselectable="true" ref={list}>
        {options.map((tag, i) => {
          const on = countOf(tag)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps focus and says which option is active.
            <div key={tag.id} {...part(i)} role="option" aria-selected={on === of}>
              <span class="box" aria-hidden="true">
                {on === of ? '✓' : on > 0 ? '–' : ''}
              </span>
              <span class={`tag-chip tint-${tag.colour}`}>
                <bdi>{tag.name}</bdi>
              </span>
              {on > 0 && on < of && (
                <small class="soft num">
                  on {number(on)} of {number(of)}
                </small>
              )}
            </div>
          )
        })}
        {fresh && (
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div {...part(options.length)} role="option" aria-selected="false">
            <span class="box" aria-hidden="true">
              +
            </span>
            <span>
              New tag “<bdi>{fresh}</bdi>”
            </span>
          </div>
        )}
      </div>
    </>
  )
}
