/** The second part of the UI: the rarer questions and shapes. Loaded only for surveys that need it; it has no exports, it adds to the first. */
import { parts } from '../survey/kernel.ts'
import { ask } from './ask.tsx'
import { given, mayGoOn } from './faults.ts'
import { fill } from './fill.ts'
import css from './more.css?inline'
import { place } from './place.ts'
import { point } from './points.tsx'
import { sheetsOf } from './sheets.ts'
import { Above, Back } from './steps.tsx'
import { Beneath, ended, ending } from './thanks.tsx'

Object.assign(parts, {
  css,
  ask,
  point,
  fill,
  place,
  ended,
  ending,
  sheets: sheetsOf,
  above: (run) => <Above run={run} />,
  beside: (run) => <Back run={run} />,
  beneath: (run) => <Beneath run={run} />,
  given,
  mayGoOn,
} satisfies typeof parts)
