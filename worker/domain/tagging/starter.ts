import type { CreateTag, TagColour } from '../../contract/tags.ts'
import * as words from './starter-words.ts'

/**
 * Tags that most shops need, to begin with. Each holds the words of seven languages in one rule: a comment's language isn't always
 * told, and shoppers mix them.
 */
export const starterTags: CreateTag[] = [
  tag('Delivery', 'blue', 'How, when and whether orders arrive', words.delivery),
  tag('Price', 'amber', 'What things and their delivery cost, discounts, value for money', words.price),
  tag('Quality', 'purple', 'Material, workmanship, what broke', words.quality),
  tag('Size and fit', 'indigo', 'Sizes, size charts, how things fit', words.fit),
  tag('Service', 'teal', 'People: help, friendliness, answers', words.service),
  tag('Website and checkout', 'slate', 'Finding things and ordering them; site and app', words.website),
  tag('Payment', 'green', 'Ways to pay, cards refused, sums charged', words.payment),
  tag('Returns', 'red', 'Sending back, exchanges, refunds', words.returns),
  tag('Stock', 'orange', 'What was sold out or not available', words.stock),
  tag('Packaging', 'pink', 'Boxes, wrapping, what it was packed in', words.packaging),
]

function tag(name: string, colour: TagColour, description: string, { any, not = '' }: words.Topic): CreateTag {
  const phrases = Object.values(any).flatMap((list) => list.split(','))
  return { name, colour, description, rules: [{ any: [...new Set(phrases)], all: [], not: not === '' ? [] : not.split(',') }] }
}
