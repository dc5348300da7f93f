import type { Comparison } from '../../../../worker/contract/targeting.ts'
import { replaced } from '../../../models/editor/questions.ts'
import {
  comparisonOf,
  type How,
  howNames,
  type Line,
  linesOf,
  turned,
  waysBeside,
} from '../../../models/editor/when/comparisons.ts'
import type { Fact } from '../../../models/editor/when/facts.ts'
import { Check, OptionalNumberField, SelectField } from '../inputs.tsx'
import { Ticks } from '../ticks.tsx'
import { ValuesField } from './values-field.tsx'

interface Props {
  comparison: Comparison
  fact: Pick<Fact, 'name' | 'ticks' | 'codec' | 'ways'>
  at: string
  change: (comparison: Comparison) => void
}

/** What a value has to be: mostly one line, several where a program said several. */
export function ComparisonFields({ comparison, fact, at, change }: Props) {
  const lines = linesOf(comparison)
  return (
    <>
      {lines.map((line, i) => {
        const put = (next: Line) => change(comparisonOf(replaced(lines, i, next)))
        const ways = waysBeside(line, lines, fact.ways)
        return (
          <div key={i} class="comparison">
            {ways.length > 1 && (
              <SelectField
                label={`${fact.name}: how`}
                isQuiet
                at={`${at}/how`}
                value={line.how}
                of={ways.map((how: How) => [how, howNames[how]] as const)}
                change={(how) => put(turned(line, how))}
              />
            )}
            <LineFields {...{ line, fact, at, put }} />
          </div>
        )
      })}
    </>
  )
}

function LineFields({ line, fact, at, put }: Pick<Props, 'fact' | 'at'> & { line: Line; put: (line: Line) => void }) {
  switch (line.how) {
    case 'is':
    case 'not':
    case 'contains':
      return (
        <>
          {fact.ticks && line.how !== 'contains' ? (
            <Ticks
              label={fact.name}
              of={[
                ...fact.ticks,
                ...line.values.filter((id) => !fact.ticks?.some((one) => one.id === id)).map((id) => ({ id, text: id })),
              ]}
              ticked={line.values}
              change={(values) => put({ ...line, values })}
            />
          ) : (
            <ValuesField
              label={`${fact.name}: which`}
              values={line.values}
              codec={fact.codec}
              change={(values) => put({ ...line, values })}
            />
          )}
          {line.how !== 'contains' && fact.ways.includes('known') && (
            <Check
              label={line.how === 'is' ? 'or isn’t known' : 'and is known'}
              checked={line.orNone}
              change={(orNone) => put({ ...line, orNone })}
            />
          )}
        </>
      )
    case 'range':
      return (
        <div class="pair three">
          <OptionalNumberField
            label={`${fact.name}: from`}
            at={`${at}/from`}
            value={line.from}
            isBroken
            placeholder="any"
            change={(from) => put({ ...line, from })}
          />
          <OptionalNumberField
            label={`${fact.name}: to`}
            at={`${at}/to`}
            value={line.to}
            isBroken
            placeholder="any"
            change={(to) => put({ ...line, to })}
          />
        </div>
      )
    case 'known':
    case 'missing':
      return null
  }
}
