import type { Draft } from './draft.ts'
import { languageName } from './languages.ts'
import type { Faults, Saving } from './saver.ts'

export const parts = ['questions', 'thanks', 'look', 'languages', 'when'] as const
export type Part = (typeof parts)[number]

export const partNames: Record<Part, string> = {
  questions: 'Questions',
  thanks: 'Thank-you',
  look: 'Look',
  languages: 'Languages',
  when: 'When and where',
}

const gateNames: Record<string, string> = {
  ...{ include: 'Only on these pages', exclude: 'Never on these pages' },
  ...{ event: 'Event', eventWhere: 'Event', triggers: 'What it waits for', delaySeconds: 'Seconds before it shows' },
  ...{ conditions: 'Who', sample: 'Share of the visitors', starts: 'Days', ends: 'Days', caps: 'Shown at most' },
  ...{ daysAfterAnswer: 'How often', daysAfterDismissal: 'How often' },
  ...{ daysAfterSecondDismissal: 'How often', daysAcrossSurveys: 'How often' },
}

const none: Faults = []
export const faultsOf = (saving: Saving): Faults => (saving.is === 'refused' ? saving.faults : none)

/** In which part of the editor a pointer leads to its field. */
export function partOf(pointer: string): Part {
  if (pointer.startsWith('/thanks')) return 'thanks'
  if (pointer.startsWith('/appearance')) return 'look'
  if (/^\/(translations|locale|address)/.test(pointer)) return 'languages'
  if (/^\/(targeting|touchpoint)/.test(pointer)) return 'when'
  return 'questions'
}

/** Where a pointer leads, in words: "Question 2". */
export function whereIs(pointer: string, { questions }: Pick<Draft, 'questions'>): string {
  const [, room, at = ''] = pointer.split('/')
  if (room === 'name') return 'Name'
  if (room === 'questions' && at) return questions[Number(at)] ? `Question ${Number(at) + 1}` : 'Questions'
  if (room === 'translations' && at) return languageName(at)
  if (room === 'targeting') return gateNames[at] ?? partNames.when
  return partNames[partOf(pointer)]
}

const said: [RegExp, (found: RegExpMatchArray) => string][] = [
  [/^Too small: expected string/, () => 'Something has to stand here.'],
  [/^Too big: expected string to have <=(\d+)/, ([, n]) => `At most ${n} characters.`],
  [/^Too big: expected array to have <=(\d+)/, ([, n]) => `At most ${n} of them.`],
  [/^Too small: expected array/, () => 'At least one is needed.'],
  [/^Too big: expected \w+ to be <=(\d+)/, ([, n]) => `At most ${n}.`],
  [/^Too small: expected \w+ to be >=([\d.]+)/, ([, n]) => `At least ${n}.`],
  [/^Invalid input: expected (number|int)/, () => 'A number, please.'],
  [/^next, end, or a later question$/, () => 'It can only lead to a later question: choose where else, or move the question.'],
  [/^asked before$/, () => 'Another question asks for this already.'],
  [/^two choices at least/, () => 'Two choices at least, or one and “something else”.'],
  [/^where on the page it stands$/, () => 'Say where on the page it stands, for example #survey.'],
  [/^(a path that starts with \/, or|1 to 200 characters without)/, () => 'Say which, without spaces; a path starts with /.'],
  [/^a star only has/, () => 'A star stands for anything only where the address “fits, with *”.'],
  [/^compares with nothing/, () => 'Say what it has to be.'],
  [/^whose properties/, () => 'Say which event it is.'],
  [/^device, language, locale/, () => 'Say which trait.'],
  [/^before it starts$/, () => 'The last day is before the first.'],
  [/^less than `from`$/, () => 'This is less than the other number.'],
  [/^needs the same places/, () => 'Keep the places in double braces exactly as in the original.'],
]

/** What the server said of a field, as one would say it to a shop owner. */
export function inWords(detail: string): string {
  for (const [pattern, words] of said) {
    const found = detail.match(pattern)
    if (found) return words(found)
  }
  const text = detail.charAt(0).toUpperCase() + detail.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
