import { expect, test } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { Thanks } from '../../worker/contract/thanks.ts'
import { type Texts, textsOf, withTexts } from '../../worker/domain/texts.ts'

const shared = { required: false, textBy: { promoter: 'By' } }
const questions: Question[] = [
  { id: 'score', type: 'metric', text: 'Score', low: 'Low', high: 'High' },
  { ...shared, id: 'why', type: 'text', text: 'Why' },
  { ...shared, id: 'fit', type: 'rating', text: 'Fit', points: 5, low: 'Tight', high: '' },
  { ...shared, id: 'missing', type: 'choices', text: 'Missing', choices: [{ id: 'price', text: 'Price' }], other: 'Else' },
  { ...shared, id: 'agree', type: 'consent', text: 'Agree' },
  { id: 'note', type: 'statement', text: 'Note', body: 'Body' },
  { ...shared, id: 'mail', type: 'contact', text: 'Mail', channel: 'email', purpose: 'Purpose' },
]
const thanks: Thanks = {
  title: 'Title',
  text: '',
  link: { text: 'Link', url: 'https://shop.example/' },
  coupon: 'TEN',
  redirect: 'https://shop.example/next',
  review: { text: 'Review', url: 'https://shop.example/reviews' },
  by: { promoter: { title: 'By title', text: 'By text', link: { text: 'By link', url: 'https://shop.example/by' } } },
}

const all: Texts = {
  'questions.score.text': 'Score',
  'questions.score.low': 'Low',
  'questions.score.high': 'High',
  'questions.why.text': 'Why',
  'questions.why.textBy.promoter': 'By',
  'questions.fit.text': 'Fit',
  'questions.fit.textBy.promoter': 'By',
  'questions.fit.low': 'Tight',
  'questions.missing.text': 'Missing',
  'questions.missing.textBy.promoter': 'By',
  'questions.missing.choices.price': 'Price',
  'questions.missing.other': 'Else',
  'questions.agree.text': 'Agree',
  'questions.agree.textBy.promoter': 'By',
  'questions.note.text': 'Note',
  'questions.note.body': 'Body',
  'questions.mail.text': 'Mail',
  'questions.mail.textBy.promoter': 'By',
  'questions.mail.purpose': 'Purpose',
  'thanks.title': 'Title',
  'thanks.link.text': 'Link',
  'thanks.review.text': 'Review',
  'thanks.by.promoter.title': 'By title',
  'thanks.by.promoter.text': 'By text',
  'thanks.by.promoter.link.text': 'By link',
}

test('every word of a survey has a key; addresses, codes and what is empty have none', () => {
  expect(textsOf({ questions, thanks })).toEqual(all)
})

test('a survey in other words is the same survey but for its words', () => {
  const shouted = Object.fromEntries(Object.entries(all).map(([key, text]) => [key, `${text}!`]))
  const reworded = withTexts({ questions, thanks }, shouted)
  expect(textsOf(reworded)).toEqual(shouted)
  expect(withTexts(reworded, all)).toEqual({ questions, thanks })
})

test('what has no other words keeps its own', () => {
  const reworded = withTexts({ questions, thanks }, { 'thanks.title': 'Danke' })
  expect(textsOf(reworded)).toEqual({ ...all, 'thanks.title': 'Danke' })
  expect(withTexts({ questions, thanks }, {})).toEqual({ questions, thanks })
})
