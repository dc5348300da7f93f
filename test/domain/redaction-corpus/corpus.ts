import type { Kind } from '../../../worker/domain/redaction/glyphs.ts'
import { kept } from './kept.ts'
import { cardFrames, cards, emailFrames, emails, ibanFrames, ibans } from './others.ts'
import { frames, phones } from './phones.ts'

/** A line with what is to be replaced in it, if anything is. */
export interface Line {
  text: string
  kind?: Kind
  from: number
  to: number
  /** The country of a phone number. */
  country: string
}

function filled(frame: string, value: string, kind: Kind, country = ''): Line {
  const from = frame.indexOf('{}')
  return { text: frame.replace('{}', () => value), kind, from, to: from + value.length, country }
}

/** Every value stands in two of the frames, each in turn. */
const twice = (values: string[], all: string[], kind: Kind, country = '', first = 0) =>
  values.flatMap((value, i) =>
    [...new Set([0, 1].map((k) => all[(first + 2 * i + k) % all.length] ?? ''))].map((frame) =>
      filled(frame, value, kind, country),
    ),
  )

const phoneLines = Object.entries(phones).flatMap(([country, { language, plain, called }], i) => {
  const frame = frames[language] ?? { plain: [], called: [] }
  return [
    ...twice(plain, [...frame.plain, ...frame.called], 'phone', country, i),
    ...twice(called, frame.called, 'phone', country, i),
  ]
})

export const corpus: Line[] = [
  ...phoneLines,
  ...twice(emails, emailFrames, 'email'),
  ...twice(cards, cardFrames, 'card'),
  ...twice(ibans, ibanFrames, 'iban'),
  ...kept.map((text) => ({ text, from: 0, to: 0, country: '' })),
]
