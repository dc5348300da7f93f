import { describe, expect, it } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import { CreateSurvey, type Definition } from '../../worker/contract/survey.ts'
import { commentQuestion, definitionFaults, draftOf, editedDraft, needsMore, thawed } from '../../worker/domain/definition.ts'
import { standardAppearance, standardTargeting } from '../../worker/domain/standard.ts'
import english from '../../worker/locales/en.ts'
import { definitionOf } from '../support/survey-content.ts'

const choices = (...ids: string[]) => ({
  id: 'missing',
  type: 'choices',
  text: 'What was missing?',
  choices: ids.map((id) => ({ id, text: id })),
})
const metric = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
const rating = { id: 'fit', type: 'rating', text: 'Fit?', points: 5, low: '', high: '' }
const text = (id: string) => ({ id, type: 'text' as const, text: id, required: false })
const contact = (id: string, channel: string) => ({ id, type: 'contact', text: 'Reach you?', channel, purpose: 'To call back' })
const statement = { id: 'note', type: 'statement', text: 'Note' }
const why = text('why')
const thanks = { title: 'Thanks', text: '' }
const link = (url: string) => ({ text: 'Look', url })

const draft = (request: CreateSurvey) => draftOf(request, 'Shop', english.standard)

/** Pointers to what is wrong with a new survey; `schema` where its fields alone already are. */
function faultsOf(survey: object): string[] {
  const parsed = CreateSurvey.safeParse({ name: 'S', metric: 'nps', ...survey })
  return parsed.success ? definitionFaults(draft(parsed.data)).map(({ pointer }) => pointer) : ['schema']
}
const asking = (...questions: object[]) => faultsOf({ questions: [metric, ...questions] })

describe('a survey', () => {
  it.each<[string, boolean, object]>([
    ['no name', false, { name: ' ' }],
    ['a name of 121 characters', false, { name: 'x'.repeat(121) }],
    ['a name of 120 characters', true, { name: 'x'.repeat(120) }],
    ['a metric nobody knows', false, { metric: 'stars' }],
    ['a touchpoint with a space', false, { touchpoint: 'check out' }],
    ['no metric question', false, { questions: [{ id: 'why', type: 'text', text: 'Why?' }] }],
    ['two metric questions', false, { questions: [metric, metric] }],
    ['a metric question where there is no metric', false, { metric: 'none', questions: [metric] }],
    ['another question called score', false, { questions: [metric, { id: 'score', type: 'text', text: 'x' }] }],
    ['a question called end', false, { questions: [metric, { id: 'end', type: 'text', text: 'x' }] }],
    ['two questions of one id', false, { questions: [metric, choices('a', 'b'), choices('c', 'd')] }],
    ['two choices of one id', false, { questions: [metric, choices('a', 'a')] }],
    ['a choice called other', false, { questions: [metric, choices('a', 'other')] }],
    ['one choice', false, { questions: [metric, choices('a')] }],
    ['one choice and another', true, { questions: [metric, { ...choices('a'), other: 'Else' }] }],
    ['a rating of 10 points', true, { questions: [metric, { ...rating, points: 10 }] }],
    ['a rating of 11 points', false, { questions: [metric, { ...rating, points: 11 }] }],
    ['an id that is none', false, { questions: [metric, { id: '__proto__', type: 'text', text: 'x' }] }],
    ['a colour that is none', false, { appearance: { theme: 'auto', brand: 'url(x)', corner: 'bottom-right' } }],
    ['a font that is an address', false, { appearance: { font: 'url(https://x)' } }],
    ['a path that is none', false, { targeting: { include: ['shop.example'] } }],
    ['an inline shape with its element', true, { appearance: { shape: 'inline', element: '#survey' } }],
  ])('with %s: %s', (_, taken, survey) => {
    expect(faultsOf(survey).length === 0).toBe(taken)
  })

  it('is refused with a pointer to what does not fit', () => {
    expect(faultsOf({ metric: 'csat', points: 4, questions: [why] })).toEqual(['/points', '/questions'])
    expect(faultsOf({ appearance: { shape: 'inline' } })).toEqual(['/appearance/element'])
    expect(asking({ ...why, textBy: { satisfied: 'y', promoter: 'z' } })).toEqual(['/questions/1/textBy/satisfied'])
  })

  it('asks for an address and a number at most once each', () => {
    expect(asking(contact('mail', 'email'), contact('call', 'phone'))).toEqual([])
    expect(asking(contact('mail', 'email'), contact('again', 'email'))).toEqual(['/questions/2/channel'])
  })

  it('keeps in an edit what the edit does not name', () => {
    const before = draft({ name: 'S', metric: 'nps' })
    expect(editedDraft(before, {})).toEqual(before)
    expect(editedDraft(before, { targeting: { delaySeconds: 1 } })).toEqual({
      ...before,
      targeting: { ...before.targeting, delaySeconds: 1 },
    })
    expect(editedDraft(before, { locale: 'de' })).toEqual({ ...before, locale: 'de' })
  })

  it('drops in an edit the translations of what the edit takes away, and keeps the rest', () => {
    const translations = { de: { 'questions.why.text': 'Warum?', 'thanks.title': 'Danke' } }
    const before = definitionOf({ translations })
    const edited = editedDraft(before, { questions: before.questions.slice(0, 1) })
    expect(edited.translations).toEqual({ de: { 'thanks.title': 'Danke' } })
    expect(definitionFaults(edited)).toEqual([])
  })
})

describe('the style of a scale', () => {
  it.each<[style: string, metric: string, points: number, fits: boolean]>([
    ['stars', 'nps', 11, false],
    ['smileys', 'nps', 11, false],
    ['numbers', 'nps', 11, true],
    ['stars', 'csat', 5, true],
    ['stars', 'ces', 7, true],
    ['smileys', 'csat', 3, true],
    ['smileys', 'csat', 5, true],
    ['smileys', 'csat', 7, false],
    ['smileys', 'ces', 5, true],
    ['smileys', 'ces', 7, false],
  ])('%s for %s of %d points: %s', (style, kind, points, fits) => {
    expect(faultsOf({ metric: kind, points, questions: [{ ...metric, style }] })).toEqual(fits ? [] : ['/questions/0/style'])
  })

  it.each([
    ['stars', 10, true],
    ['smileys', 3, true],
    ['smileys', 4, false],
    ['smileys', 5, true],
  ])('%s for a rating of %d points: %s', (style, points, fits) => {
    expect(asking({ ...rating, style, points })).toEqual(fits ? [] : ['/questions/1/style'])
  })
})

describe('a branch', () => {
  /** Of the second of four questions. */
  const at = (branch: object) =>
    faultsOf({
      questions: [metric, { ...choices('price', 'size'), other: 'Else', branches: [branch] }, { ...rating }, { ...why }],
    }).map((pointer) => pointer.replace('/questions/1/branches/0', ''))

  it.each<[string, object, string[]]>([
    ['to the next', { to: 'next' }, []],
    ['to the end', { to: 'end' }, []],
    ['forward', { to: 'why' }, []],
    ['to itself', { to: 'missing' }, ['/to']],
    ['backward', { to: 'score' }, ['/to']],
    ['nowhere', { to: 'nothing' }, ['/to']],
    ['by scores on the scale', { score: [0, 10], to: 'end' }, []],
    ['by one score', { score: [5, 5], to: 'end' }, []],
    ['by scores beyond the scale', { score: [0, 11], to: 'end' }, ['/score']],
    ['by scores the wrong way round', { score: [6, 5], to: 'end' }, ['/score']],
    ['by a category', { category: ['promoter', 'passive'], to: 'end' }, []],
    ["by another metric's category", { category: ['promoter', 'easy'], to: 'end' }, ['/category']],
    ['by its own answer', { answer: ['price', 'other'], to: 'end' }, []],
    ['by an answer that is none', { answer: ['price', 'colour'], to: 'end' }, ['/answer']],
    ['by an answer before', { question: 'score', answer: ['10'], to: 'end' }, []],
    ['by an answer beyond the scale', { question: 'score', answer: ['11'], to: 'end' }, ['/answer']],
    ['by an answer to come', { question: 'fit', answer: ['1'], to: 'end' }, ['/question']],
    ['by a question that is none', { question: 'x', answer: ['1'], to: 'end' }, ['/question']],
    ['by a question without an answer', { question: 'score', to: 'end' }, ['/question']],
  ])('%s: %j', (_, branch, faults) => {
    expect(at(branch)).toEqual(faults)
  })

  it.each<[string, object, boolean]>([
    ['the point of a rating', { ...rating, branches: [{ answer: ['1', '5'], to: 'end' }] }, true],
    ['no point of a rating', { ...rating, branches: [{ answer: ['0'], to: 'end' }] }, false],
    ['the yes of a consent', { id: 'ok', type: 'consent', text: 'x', branches: [{ answer: ['yes'], to: 'end' }] }, true],
    ['the no of a consent', { id: 'ok', type: 'consent', text: 'x', branches: [{ answer: ['no'], to: 'end' }] }, false],
    ['what was typed', { ...why, branches: [{ answer: ['late'], to: 'end' }] }, false],
    ['an other that is not offered', { ...choices('a', 'b'), branches: [{ answer: ['other'], to: 'end' }] }, false],
  ])('may name %s: %j', (_, question, taken) => {
    expect(asking(question)).toEqual(taken ? [] : ['/questions/1/branches/0/answer'])
  })

  it('can not go by a score that is asked later, or never', () => {
    const early = {
      ...rating,
      branches: [
        { score: [0, 5], to: 'end' },
        { category: ['promoter'], to: 'end' },
      ],
    }
    expect(faultsOf({ questions: [early, metric] })).toEqual([
      '/questions/0/branches/0/score',
      '/questions/0/branches/1/category',
    ])
    expect(faultsOf({ metric: 'none', questions: [early] })).toHaveLength(2)
  })
})

describe('the places of a wording', () => {
  const ask = (wording: string) => ({ ...why, text: wording })

  it.each<[string, object[], string[]]>([
    ['a trait', [ask('Why, {{trait.name|friend}}?')], []],
    ['the score', [ask('Why {{answer.score|that}}?')], []],
    ['an answer before', [choices('a', 'b'), ask('Why {{answer.missing|that}}?')], []],
    ['its own answer', [ask('{{answer.why|x}}')], ['/questions/1/text']],
    ['an answer to come', [ask('{{answer.missing|x}}'), choices('a', 'b')], ['/questions/1/text']],
    ['an answer to nothing', [ask('{{answer.nothing|x}}')], ['/questions/1/text']],
    ['what a statement says', [{ ...statement }, ask('{{answer.note|x}}')], ['/questions/2/text']],
    ["the shopper's address", [contact('mail', 'email'), ask('{{answer.mail|x}}')], ['/questions/2/text']],
    ['nothing', [ask('{{7*7}}')], ['/questions/1/text']],
    ['no fallback', [ask('{{trait.name}}')], ['/questions/1/text']],
  ])('may ask for %s', (_, questions, faults) => {
    expect(asking(...questions)).toEqual(faults)
  })

  it('are looked for in every text', () => {
    const place = '{{answer.why|x}}'
    expect(
      asking(
        { ...why, textBy: { promoter: place } },
        { ...statement, body: place },
        {
          ...choices('a', 'b'),
          choices: [
            { id: 'a', text: 'A' },
            { id: 'b', text: place },
          ],
        },
        { ...contact('mail', 'email'), purpose: place },
      ),
    ).toEqual(['/questions/1/textBy/promoter', '/questions/3/choices/1/text', '/questions/4/purpose'])
    const by = { promoter: { title: place, text: '{{answer.mail|x}}', link: { text: place, url: 'https://shop.example/' } } }
    expect(faultsOf({ questions: [metric, why], thanks: { title: place, text: place, by } })).toEqual([
      '/thanks/by/promoter/text',
      '/thanks/by/promoter/link/text',
    ])
  })
})

describe('the thank-you', () => {
  const bad = 'javascript:alert(1)'

  it('leads to pages of the web and nowhere else', () => {
    const good = 'https://shop.example/'
    expect(faultsOf({ thanks: { ...thanks, link: link(good), review: link(good), redirect: good } })).toEqual([])
    const by = { detractor: { ...thanks, link: link(bad), redirect: bad } }
    expect(faultsOf({ thanks: { ...thanks, link: link(bad), review: link(bad), redirect: bad, by } })).toEqual([
      '/thanks/review/url',
      '/thanks/link/url',
      '/thanks/redirect',
      '/thanks/by/detractor/link/url',
      '/thanks/by/detractor/redirect',
    ])
  })

  it('differs only by categories of this metric', () => {
    expect(faultsOf({ thanks: { ...thanks, by: { promoter: thanks } } })).toEqual([])
    expect(faultsOf({ thanks: { ...thanks, by: { easy: thanks } } })).toEqual(['/thanks/by/easy'])
  })
})

describe('a translation', () => {
  const questions = [metric, { ...why, text: 'Why, {{trait.name|friend}}?' }]
  const into = (translations: object, survey: object = {}) => faultsOf({ questions, translations, ...survey })

  it.each<[string, object, string[]]>([
    ['of some texts', { de: { 'thanks.title': 'Danke' } }, []],
    ['with the same places', { de: { 'questions.why.text': '{{trait.name|du}}, warum?' } }, []],
    ['without the place', { de: { 'questions.why.text': 'Warum?' } }, ['/translations/de/questions.why.text']],
    ['with another place', { de: { 'questions.why.text': '{{trait.city|x}}?' } }, ['/translations/de/questions.why.text']],
    ['with a place too many', { de: { 'thanks.title': '{{trait.name|x}}' } }, ['/translations/de/thanks.title']],
    ['with half a place', { de: { 'thanks.title': 'Danke {{' } }, ['/translations/de/thanks.title']],
    ['of what is not said', { de: { 'questions.x.text': 'x' } }, ['/translations/de/questions.x.text']],
    ['of what only sounds like a text', { de: { constructor: 'x' } }, ['/translations/de/constructor']],
    ['with strange signs in a key', { de: { 'a/b~c': 'x' } }, ['/translations/de/a~1b~0c']],
    ['into its own language', { en: {} }, ['/translations/en']],
    ['into a tag misspelt', { 'pt-br': {} }, ['/translations/pt-br']],
    ['into a tag by its old name', { iw: {} }, ['/translations/iw']],
    ['into a tag that is none', { 'de-a': {} }, ['/translations/de-a']],
    ['into no tag', { 'de/x': {} }, ['schema']],
  ])('%s: %j', (_, translations, faults) => {
    expect(into(translations)).toEqual(faults)
  })

  it('is from a language with a tag of its own', () => {
    expect(into({}, { locale: 'de-AT' })).toEqual([])
    expect(into({}, { locale: 'de-at' })).toEqual(['/locale'])
  })
})

describe('a definition stored by an earlier release', () => {
  it('takes the standard for what that release did not know', () => {
    const { event, ...targeting } = standardTargeting
    const { shape, element, radius, font, ...appearance } = standardAppearance
    const { locale, address, translations, ...old } = definitionOf({ targeting: { delaySeconds: 1 } })
    const stored = JSON.stringify({ ...old, targeting: { ...targeting, delaySeconds: 1 }, appearance })
    expect([event, shape, element, locale, address, translations]).toEqual(['', 'popover', '', 'en', 'formal', {}])
    expect(thawed(stored)).toEqual(definitionOf({ targeting: { delaySeconds: 1 } }))
  })

  it('is the same text each time it is stored, so that nothing seems changed', () => {
    const once = thawed(JSON.stringify(definitionOf({ locale: 'de', address: 'informal' })))
    expect(JSON.stringify(thawed(JSON.stringify(once)))).toBe(JSON.stringify(once))
    expect(once).toMatchObject({ locale: 'de', address: 'informal' })
  })
})

describe('the second part of the widget', () => {
  const plain = definitionOf({})
  const needed = (change: Partial<Definition>) => needsMore({ ...plain, ...change })
  const [score, follow] = plain.questions as [Question, Question]

  it('is not needed for a metric with its follow-up, whatever metric', () => {
    for (const kind of ['nps', 'csat', 'ces', 'none'] as const) expect(needsMore(definitionOf({ metric: kind }))).toBe(false)
    expect(needed({ questions: [score] })).toBe(false)
    expect(needed({ appearance: { ...plain.appearance, radius: 0, font: 'Georgia', theme: 'dark' } })).toBe(false)
  })

  it.each<[string, Partial<Definition>]>([
    ['stars', { metric: 'csat', questions: [{ ...score, style: 'stars' } as Question] }],
    ['a short text', { questions: [score, { ...why, short: true }] }],
    ['a required text', { questions: [score, { ...why, required: true }] }],
    ['a second text', { questions: [score, follow, text('more')] }],
    ['a text before the score', { questions: [follow, score] }],
    ['a statement', { questions: [score, { id: 'note', type: 'statement', text: 'Note' }] }],
    ['a branch', { questions: [{ ...score, branches: [{ to: 'end' }] } as Question, follow] }],
    ['a place to fill', { questions: [score, text('{{trait.name|you}}')] }],
    ['a place in the thanks', { thanks: { title: '{{trait.name|you}}', text: '' } }],
    ['a link', { thanks: { ...thanks, link: link('https://shop.example/') } }],
    ['a review link', { thanks: { ...thanks, review: link('https://shop.example/') } }],
    ['a coupon', { thanks: { ...thanks, coupon: 'TEN' } }],
    ['a redirect', { thanks: { ...thanks, redirect: 'https://shop.example/' } }],
    ['thanks by category', { thanks: { ...thanks, by: {} } }],
    ['a modal', { appearance: { ...plain.appearance, shape: 'modal' } }],
  ])('is needed for %s', (_, change) => {
    expect(needed(change)).toBe(true)
  })
})

describe('the question whose text is the verbatim', () => {
  it('is why, else the first that takes text', () => {
    expect(commentQuestion([text('more'), text('why')])).toBe('why')
    expect(commentQuestion([text('more'), text('else')])).toBe('more')
    expect(commentQuestion([])).toBeNull()
  })
})
