import type { Template } from '../../models/editor/templates.ts'
import { metricNames } from '../../models/wording.ts'

interface Props {
  title: string
  of: readonly Template[]
  chosen: Template
  choose: (template: Template) => void
}

/** Templates to begin with, one of which is chosen. */
export function TemplateChoice({ title, of, chosen, choose }: Props) {
  return (
    <fieldset class="templates">
      <legend>{title}</legend>
      <div class="choices two-wide">
        {of.map((template) => (
          <label key={template.id}>
            <input type="radio" name="template" checked={chosen.id === template.id} onChange={() => choose(template)} />
            <span>
              <strong>{template.name}</strong>{' '}
              {template.name !== metricNames[template.survey.metric] && (
                <span class="soft small">{shortName[template.survey.metric]}</span>
              )}
            </span>
            <small>{template.says}</small>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const shortName = { nps: 'NPS', csat: 'CSAT', ces: 'CES', none: 'no score' }
