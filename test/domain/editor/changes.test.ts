import { expect, test } from 'vitest'
import { changesBetween } from '../../../dashboard/models/editor/changes.ts'
import { inWords, partOf, whereIs } from '../../../dashboard/models/editor/faults.ts'
import { draftWith, edited } from './ground.ts'

const choices = [
  { id: 'price', text: 'Price' },
  { id: 'size', text: 'Size' },
]
const before = draftWith({
  questions: [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'No', high: 'Yes' },
    { id: 'missing', type: 'choices', text: 'What is missing?', required: false, choices },
    { id: 'why', type: 'text', text: 'Why?', required: false },
  ],
})
const [score, missing, why] = before.questions
if (score?.type !== 'metric' || missing?.type !== 'choices' || why?.type !== 'text') throw new Error('as above')
const told = (change: Parameters<typeof edited>[1]) =>
  changesBetween(before, edited(before, change)).map(({ kind, what, from, to }) =>
    [kind, what, from, to].filter((one) => one !== undefined).join(' | '),
  )

test('nothing changed is nothing to read', () => {
  expect(told({})).toEqual([])
  expect(told({ questions: structuredClone(before.questions) })).toEqual([])
})

test('questions that came, went, or stand in another order are told, and not their words beside', () => {
  const mail = {
    id: 'mail',
    type: 'contact' as const,
    channel: 'email' as const,
    text: 'Reach you?',
    purpose: 'To help',
    required: false,
  }
  expect(told({ questions: [score, why, missing, mail] })).toEqual([
    'added | Question “Reach you?”',
    'changed | Order of the questions',
  ])
  expect(told({ questions: [score, missing] })).toEqual(['removed | Question “Why?”'])
})

test('a changed wording stands beside what it was', () => {
  expect(
    told({ questions: [{ ...score, text: 'Would you?' }, missing, { ...why, textBy: { promoter: 'What pleased you?' } }] }),
  ).toEqual([
    'changed | Wording: Question 1 | How likely? | Would you?',
    'added | Wording: Question 3, after promoter | What pleased you?',
  ])
})

test('choices, branches and what must be answered are told in words', () => {
  const next = {
    ...missing,
    required: true,
    choices: [
      { id: 'price', text: 'The price' },
      { id: 'colour', text: 'Colour' },
    ],
  }
  expect(told({ questions: [{ ...score, branches: [{ category: ['promoter'], to: 'why' }] }, next, why] })).toEqual([
    'changed | Question 1: what follows | the next question follows | If the shopper is among promoters, go to question 3: Why?.',
    'changed | Question 2: must be answered | no | yes',
    'removed | Question 2: choice “Size”',
    'added | Question 2: choice “Colour”',
    'changed | Wording: Question 2, choice | Price | The price',
  ])
})

test('look, targeting, thanks and languages are told', () => {
  expect(
    told({
      appearance: { ...before.appearance, brand: '#112233' },
      targeting: { ...before.targeting, include: ['/order/*'], delaySeconds: 20 },
      thanks: { ...before.thanks, link: { text: 'Shop', url: 'https://shop.example/' } },
      translations: { de: { 'questions.why.text': 'Warum?' } },
    }),
  ).toEqual([
    'added | Wording: Thank-you, link text | Shop',
    'changed | Thank-you: link | nothing | https://shop.example/',
    'changed | Look: colour | #2b7a78 | #112233',
    'changed | When: pages | every page | pages beginning with /order/',
    'changed | When: wait before it shows | 10 seconds | 20 seconds',
    'added | Translation to German | 1 text',
  ])
})

test('a fault leads to its part of the editor and is told in plain words', () => {
  expect(
    ['/questions/1/text', '/thanks/by', '/appearance/brand', '/translations/de', '/targeting/include/0', '/name'].map(partOf),
  ).toEqual(['questions', 'thanks', 'look', 'languages', 'when', 'questions'])
  expect(['/questions/1/text', '/questions', '/translations/de/x', '/name'].map((pointer) => whereIs(pointer, before))).toEqual([
    'Question 2',
    'Questions',
    'German',
    'Name',
  ])
  expect(inWords('Too small: expected string to have >=1 characters')).toBe('Something has to stand here.')
  expect(inWords('Too big: expected string to have <=120 characters')).toBe('At most 120 characters.')
  expect(inWords('a path that starts with /')).toBe('A path that starts with /.')
  expect(inWords('1 to 200 characters without spaces')).toBe('Say which, without spaces; a path starts with /.')
  expect(inWords('a star only has a meaning in a wildcard')).toContain('“fits, with *”')
  expect(whereIs('/targeting/include/0', before)).toBe('Only on these pages')
})
