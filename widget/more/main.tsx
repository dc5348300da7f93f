/** The second part of the UI: the rarer questions and shapes. Loaded only for surveys that need it; it has no exports, it adds to the first. */
import { filled, sheetsOf } from '../../worker/domain/asking.ts'
import { parts } from '../survey/kernel.ts'
import { ask } from './ask.tsx'
import { given, mayGoOn } from './faults.ts'
import css from './more.css?inline'
import { place } from './place.ts'
import { point } from './points.tsx'
import { Above, Back } from './steps.tsx'
import { Beneath, ending, finished } from './thanks.tsx'

Object.assign(parts, {
  css,
  ask,
  point,
  fill: (text, { opening, answers }) => filled(text, opening.content.questions, answers, opening.context.traits),
  place,
  finished,
  ending,
  sheets: (questions, { answers, category }) => sheetsOf(questions, answers, category),
  above: (run) => <Above run={run} />,
  beside: (run) => <Back run={run} />,
  beneath: (run) => <Beneath run={run} />,
  given,
  mayGoOn,
} satisfies typeof parts)
