import fc from 'fast-check'
import type { Answer } from '../../support/response-model.ts'

/** What may happen to responses, as plain data: fast-check shrinks a failing history and prints it. */
export type Event =
  | {
      do: 'send'
      who: number
      survey: number
      version: number
      seq: number
      complete: boolean
      answers: Record<string, Answer>
      at: string
      by: string
      lateDays: number
      times: number
    }
  | { do: 'resend'; which: number }
  | { do: 'misfit'; who: number; answers: Record<string, Answer> }
  | { do: 'erase' | 'erase-own' | 'delete' | 'copy' | 'age' | 'resolve' | 'reopen'; which: number }
  | { do: 'edit'; which: number; all: boolean; column: string; value: string | number | null }
  | { do: 'tag'; which: number; tags: string[] }
  | { do: 'show'; survey: number; at: string }
  | { do: 'check' }

const chosen = fc.subarray(['price', 'size', 'colour'])
const answers = fc.record(
  {
    score: fc.option(fc.nat(10), { freq: 6 }),
    missing: fc.option(chosen, { freq: 6 }),
    again: fc.option(fc.constantFrom('yes', 'no'), { freq: 6 }),
    stars: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
    mail: fc.option(fc.constantFrom('ann@shop.example', 'lee@shop.example'), { freq: 6 }),
    why: fc.option(fc.constantFrom('good', 'less good', '配送が遅い👍'), { freq: 6 }),
    more: fc.option(fc.constantFrom('this', 'that'), { freq: 6 }),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const which = fc.nat(4)
const at = fc.constantFrom('checkout', 'delivery')
const sending = fc.record({
  do: fc.constant('send' as const),
  who: fc.nat(3),
  survey: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  version: fc.integer({ min: 1, max: 2 }),
  seq: fc.integer({ min: 1, max: 5 }),
  complete: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  answers,
  at,
  by: fc.constantFrom('widget', 'widget', 'widget', 'link', 'api'),
  lateDays: fc.constantFrom(0, 0, 0, 1, 3),
  times: fc.constantFrom(1, 1, 1, 1, 2, 3),
})
const closed = fc.constantFrom(
  '{}',
  '{"again":"yes"}',
  '{"missing":["price","size"]}',
  '{"again":"no","missing":["size"],"stars":"4"}',
)
const flag = fc.integer({ min: 0, max: 1 })
const values: Record<string, fc.Arbitrary<string | number | null>> = {
  test: flag,
  quarantined: flag,
  complete: flag,
  score: fc.option(fc.nat(10)),
  day: fc.constantFrom('2026-01-05', '2026-02-28'),
  segment_set: fc.integer({ min: 1, max: 3 }),
  source: fc.constantFrom('widget', 'email', 'import'),
  answers: closed,
  survey: fc.constantFrom('0', '1'),
}
const editing = fc.constantFrom(...Object.keys(values)).chain((column) =>
  fc.record({
    do: fc.constant('edit' as const),
    which,
    all: fc.boolean(),
    column: fc.constant(column),
    value: values[column] ?? flag,
  }),
)

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: sending },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resend' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('misfit' as const),
      who: fc.nat(3),
      answers: fc.constantFrom<Record<string, Answer>[]>({ score: 11 }, { again: 'maybe' }, { stars: 6 }, { mail: 'ann' }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('erase' as const, 'erase-own' as const, 'delete' as const, 'copy' as const, 'age' as const),
      which,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('resolve' as const, 'resolve' as const, 'reopen' as const), which }),
  },
  { weight: 5, arbitrary: editing },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tag' as const), which, tags: fc.subarray(['good', 'slow']) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const), survey: fc.nat(1), at }) },
  { weight: 1, arbitrary: fc.constant({ do: 'check' as const }) },
)
export const history = fc.array(event, { minLength: 3, maxLength: 12 })
