import { describe, expect, it } from 'vitest'
import {
  type Given,
  judgedPartly,
  judgedWholly,
  lesson,
  merged,
  readTagging,
  retagged,
  writeTagging,
} from '../../../worker/domain/tagging/tagging.ts'

const manual: Given = { source: 'manual' }
const off: Given = { source: 'off' }
const rule: Given = { source: 'rule', places: [[0, 4]] }
const learned: Given = { source: 'learned', confidence: 0.83, places: [[5, 9]] }
const of = (entries: Record<string, Given>) => new Map(Object.entries(entries))
const tag = (id: string, createdAt = 100) => ({ id, createdAt })

describe('a tagging', () => {
  it('is read as it was written; tags taken off are none of its tags', () => {
    const tagging = of({ b: rule, a: manual, d: off, c: learned })
    const { tags, tagging: json } = writeTagging(tagging)
    expect(JSON.parse(tags)).toEqual(['a', 'b', 'c'])
    expect(readTagging(json)).toEqual(tagging)
  })

  it('keeps five deciding words, and two digits of how sure it is', () => {
    const places = Array.from({ length: 6 }, (_, i) => [i * 10, i * 10 + 5] as const)
    const kept = readTagging(writeTagging(of({ a: { source: 'learned', confidence: 0.83333, places } })).tagging)
    expect(kept.get('a')).toEqual({ source: 'learned', confidence: 0.83, places: places.slice(0, 5) })
  })
})

describe('a comment tagged anew', () => {
  it('has what is given now instead of what was', () => {
    expect(retagged(of({ a: rule, b: rule }), 'none', [tag('a'), tag('b'), tag('c')], of({ b: learned, c: rule }))).toEqual(
      of({ b: learned, c: rule }),
    )
  })

  it('keeps what was decided by hand about some tags', () => {
    const before = of({ a: manual, b: off })
    expect(retagged(before, 'some', [tag('a'), tag('b'), tag('c')], of({ a: rule, b: rule, c: rule }))).toEqual(
      of({ a: manual, b: off, c: rule }),
    )
  })

  it('gets none of the tags there were when all were judged, but those made later', () => {
    const anew = (judgedAt: number) => retagged(of({}), judgedAt, [tag('a', 100)], of({ a: rule })).has('a')
    expect([anew(99), anew(100)]).toEqual([true, false])
  })

  it('keeps a tag that is no longer in use, as its history', () => {
    expect(retagged(of({ gone: rule }), 'none', [], of({}))).toEqual(of({ gone: rule }))
  })
})

describe('a merged tag', () => {
  const into = new Map([['a', 'b']])
  it.each([
    ['gives what it had', { a: rule }, { b: rule }],
    ['by hand beats what wasn’t', { a: manual, b: learned }, { b: manual }],
    ['a refusal of one is none of the other', { a: off, b: manual }, { b: manual }],
    ['a refusal beats what was given by itself', { a: rule, b: off }, { b: off }],
  ])('%s', (_what, before, after) => {
    expect(merged(of(before), into)).toEqual(of(after))
  })
})

describe('a correction', () => {
  it('of all tags leaves the chosen ones, and archived ones as they were', () => {
    expect(judgedWholly(of({ a: rule, gone: rule }), [tag('a'), tag('b')], new Set(['b']))).toEqual(of({ gone: rule, b: manual }))
  })

  it('of some leaves the others', () => {
    expect(judgedPartly(of({ a: rule, b: learned }), ['c'], ['a'])).toEqual(of({ a: off, b: learned, c: manual }))
  })

  it.each([
    ['a tag by hand', of({ a: manual }), 'some', true],
    ['one taken off', of({ a: off }), 'some', false],
    ['one not chosen when all were judged', of({}), 100, false],
    ['one that was made after that', of({}), 99, undefined],
    ['one that came by a rule, where only others were judged', of({ a: rule }), 'some', undefined],
  ] as const)('teaches of %s', (_what, tagging, judged, taught) => {
    expect(lesson(tagging, judged, tag('a'))).toBe(taught)
  })
})
