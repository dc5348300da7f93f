import { type CreateTag, TagColour } from '../../contract/tags.ts'
import { newId } from '../ids.ts'

/** A tag ready to store. Without a colour of its own it gets the palette's next: `position` counts the tags before it. */
export function newTag({ name, colour, description, rules }: CreateTag, position: number, now: number) {
  const palette = TagColour.options
  return {
    id: newId('tag'),
    name,
    colour: colour ?? palette[(position + 1) % palette.length] ?? 'slate',
    description,
    rules: JSON.stringify(rules),
    created_at: now,
  }
}
