import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Question } from '../../worker/contract/question.ts'
import type { ResponseItem, ResponseTag } from '../../worker/contract/response.ts'
import type { TagColour } from '../../worker/contract/tags.ts'
import type { Filters } from '../models/filters.ts'

type Narrowing = Pick<Filters, 'tag' | 'sentiment' | 'disagrees' | 'answers'>

/** What can be done with the tags and answers of the responses on a screen. */
export interface Tagging {
  colourOf: (tag: string) => TagColour | undefined
  /** A response's tags by now. */
  tagsOf: (item: ResponseItem) => readonly ResponseTag[]
  /** What they were asked. */
  questions: readonly Question[]
  narrowed: Narrowing
  narrow: (change: Partial<Narrowing>) => void
  /** Those that will be tagged together, by id. */
  selected: ReadonlyMap<string, ResponseItem>
  /** Takes a response in, or out again; like `pick` only for those who may tag. */
  select?: (item: ResponseItem) => void
  /** Opens the picker of tags for it. */
  pick?: (item: ResponseItem) => void
}

/** Where there is none, tags are only shown. */
export const TaggingContext = createContext<Tagging | null>(null)

export const useTagging = () => useContext(TaggingContext)
