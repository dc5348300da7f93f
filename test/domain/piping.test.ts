import { describe, expect, test } from 'vitest'
import { piped, placesOf } from '../../worker/domain/piping.ts'

const known: Record<string, string> = { 'trait.name': 'Ada', 'answer.missing': 'the price', 'answer.empty': '' }
const fill = (text: string) => piped(text, (source, name) => known[`${source}.${name}`])

describe('a place in a wording', () => {
  test.each([
    ['Hello {{trait.name|there}}', 'Hello Ada'],
    ['Hello {{trait.surname|there}}', 'Hello there'],
    ['Hello{{trait.surname|}}.', 'Hello.'],
    ['{{answer.missing|it}}, {{answer.missing|it}}', 'the price, the price'],
    ['{{answer.empty|nothing}}', 'nothing'],
    ['{{trait.name}} stays', '{{trait.name}} stays'],
    ['{{7*7}} {n} $1', '{{7*7}} {n} $1'],
  ])('%s reads %s', (text, read) => {
    expect(fill(text)).toBe(read)
  })

  test('puts in an answer as it is, whatever it means to a program', () => {
    expect(piped('{{answer.why|}}', () => "$& {{trait.name|x}} <b>$'")).toBe("$& {{trait.name|x}} <b>$'")
  })

  test.each<[string, string[] | undefined]>([
    ['No place', []],
    ['{n} of {max}', []],
    ['{{trait.first name|you}} and {{answer.missing|}}', ['trait.first name', 'answer.missing']],
    ['{{trait.name}}', undefined],
    ['{{trait.name|a|b}}', undefined],
    ['{{cookie.name|x}}', undefined],
    ['{{trait.|x}}', undefined],
    ['{{ trait.name|x}}', undefined],
    ['{{trait.name|{{answer.why|x}}}}', undefined],
    ['{{trait.name|x}} and {{', undefined],
  ])('%s asks for %j', (text, places) => {
    expect(placesOf(text)).toEqual(places)
  })
})
