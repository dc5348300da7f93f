import { describe, expect, it } from 'vitest'
import { fillLine, fillPlaces, firstNameOf, type Places, unknownPlaces } from '../../worker/domain/reply-places.ts'
import { metricWords, quoteOf } from '../../worker/domain/said.ts'

const nobody: Places = { 'first name': '', shop: 'Fern & Loom', survey: 'Checkout', score: '', comment: '' }
const ann: Places = { ...nobody, 'first name': 'Ann', score: '2/10', comment: 'It leaked.\nTwice.' }

describe('places of a template', () => {
  it.each([
    ['Hello {first name},', 'Hello Ann,', 'Hello,'],
    ['{shop}: {survey}', 'Fern & Loom: Checkout', 'Fern & Loom: Checkout'],
    ['You gave {score}.', 'You gave 2/10.', 'You gave.'],
    // A line that says nothing without what isn't known goes, and leaves no hole.
    ['Hello,\n\n“{comment}”\n\nYours', 'Hello,\n\n“It leaked.\nTwice.”\n\nYours', 'Hello,\n\nYours'],
    ['{first name}', 'Ann', ''],
    ['{shop} {first name}', 'Fern & Loom Ann', 'Fern & Loom'],
    [
      'Braces {like these} stay, {} and { too',
      'Braces {like these} stay, {} and { too',
      'Braces {like these} stay, {} and { too',
    ],
  ])('%j are filled, or left without a trace', (text, known, unknown) => {
    expect(fillPlaces(text, ann)).toBe(known)
    expect(fillPlaces(text, nobody)).toBe(unknown)
  })

  it('take what shoppers wrote as it is, whatever signs and places are in it', () => {
    const comment = '$& $1 {shop} \\'
    expect(fillPlaces('{comment}', { ...nobody, comment })).toBe(comment)
  })

  it('fit in one line of a length', () => {
    expect(fillLine('On {comment}', ann, 200)).toBe('On It leaked. Twice.')
    expect(fillLine('On {comment}', { ...ann, comment: '😀'.repeat(300) }, 10)).toBe(`On ${'😀'.repeat(7)}`)
  })

  it('that aren’t there are told', () => {
    expect(unknownPlaces('{first name} {First name} {order} {} {a\nb}')).toEqual(['{First name}', '{order}'])
  })
})

describe('a first name', () => {
  it.each([
    [{ firstName: 'Ann' }, 'Ann'],
    [{ first_name: ' Ann ' }, 'Ann'],
    [{ 'Given name': 'Ann' }, 'Ann'],
    [{ name: 'Ann Bee' }, ''],
    [{ firstName: 7 }, ''],
    [{}, ''],
  ])('of the traits %j is %j', (traits, name) => expect(firstNameOf(traits)).toBe(name))
})

describe('what a shopper had said', () => {
  const said = { day: '2026-11-02', question: 'How likely?', score: '2/10', comment: 'Late.\n\nAnd wet.' }

  it('is their words, what was asked and answered, and the day in the mail’s language', () => {
    expect(quoteOf(said, 'en')).toEqual({ text: 'Late.\n\nAnd wet.', notes: ['How likely? 2/10', '2 November 2026'] })
    expect(quoteOf({ ...said, comment: '' }, 'de')).toEqual({ text: 'How likely? 2/10', notes: ['2. November 2026'] })
    expect(quoteOf({ ...said, score: '', question: '', comment: '' }, 'fr')).toEqual({ text: '2 novembre 2026', notes: [] })
  })

  it('was asked in the words of their language, where the version has it', () => {
    const metric = { id: 'score', type: 'metric', text: 'How likely, {{trait.name|you}}?', low: '', high: '' } as const
    const definition = { questions: [metric], thanks: { title: '', text: '' } } as unknown as Parameters<typeof metricWords>[0]
    const wordings = { de: { 'questions.score.text': 'Wie wahrscheinlich?' } }
    expect(metricWords(definition, wordings, 'de-AT')).toBe('Wie wahrscheinlich?')
    expect(metricWords(definition, wordings, 'fr')).toBe('How likely, you?')
  })
})
