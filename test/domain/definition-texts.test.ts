import { describe, expect, it } from 'vitest'
import { asking, choices, contact, faultsOf, metric, statement, why } from '../support/definition-faults.ts'

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
