import { html } from 'hono/html'
import type { ChoicesQuestion, ScaleQuestion, WidgetQuestion } from '../../contract/widget.ts'
import type { Answers } from '../../domain/branching.ts'
import type { Words } from '../../domain/locale.ts'
import { drawnPoint } from './points.ts'

type Html = ReturnType<typeof html>

interface Field {
  /** The id of its wording. */
  title: string
  /** What is wrong with its answer. */
  fault: string | undefined
  answers: Answers
  words: Words
}

/** What answers a question. Native fields: a browser without a script checks and sends them. */
export function fieldOf(question: WidgetQuestion, field: Field): Html {
  const { title, fault, answers, words } = field
  const told = html`aria-labelledby="${title}" ${fault ? html`aria-describedby="${title}-fault" aria-invalid="true" autofocus` : ''}`
  const text = typeof answers[question.id] === 'string' ? answers[question.id] : ''
  switch (question.type) {
    case 'metric':
    case 'rating':
      return scale(question, field)
    case 'choice':
    case 'choices':
      return choices(question, field)
    case 'text':
      return question.short
        ? html`<input class="line" name="${question.id}" maxlength="5000" value="${text}" ${needed(question)} ${told}>`
        : html`<textarea name="${question.id}" rows="4" maxlength="5000" ${needed(question)} ${told}>
${text}</textarea>`
    case 'contact': {
      const kind = question.channel === 'email' ? 'email' : 'tel'
      return html`<p class="soft">${question.purpose}</p>
<label class="contact"><small>${words[question.channel]}</small><input class="line" type="${kind}" name="${question.id}" autocomplete="${kind}" value="${text}" ${fault ? html`aria-describedby="${title}-fault" aria-invalid="true" autofocus` : ''}></label>`
    }
    case 'consent':
      return html``
    case 'statement':
      return html`<p>${question.body ?? ''}</p>`
  }
}

/** A box to tick stands before its words; everything else beneath them. */
export function tick({ id }: WidgetQuestion, { title, fault, answers }: Field): Html {
  return html`<input type="checkbox" name="${id}" value="yes" id="${title}-tick" ${answers[id] === 'yes' ? 'checked' : ''} ${fault ? html`aria-describedby="${title}-fault" aria-invalid="true" autofocus` : ''}>`
}

const needed = ({ optional }: WidgetQuestion) => (optional ? '' : 'required')

function scale(question: ScaleQuestion, { title, fault, answers, words }: Field): Html {
  const { id, from, to, low, high, style } = question
  const points = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const nameOf = (point: number) => {
    const end = point === from ? low : point === to ? high : ''
    return words.outOf.replace('{n}', `${point}`).replace('{max}', `${to}`) + (end && `, ${end}`)
  }
  // A stored rating is text, and a score a number.
  const chosen = String(answers[id] ?? '')
  return html`<fieldset class="scale ${style ?? 'numbers'} ${points.length > 7 ? 'long' : ''}" ${group(title, fault)}>${points.map(
    (point) =>
      html`<label><input type="radio" name="${id}" value="${point}" ${chosen === String(point) ? 'checked' : ''} ${needed(question)}><span aria-hidden="true">${drawnPoint(question, point) ?? point}</span><i class="said">${nameOf(point)}</i></label>`,
  )}</fieldset>
<div class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></div>`
}

function choices(question: ChoicesQuestion, { title, fault, answers, words }: Field): Html {
  const { id, type, other } = question
  const chosen = [answers[id] ?? []].flat()
  const all = other ? [...question.choices, { id: 'other', text: other }] : question.choices
  const elsewhere = answers[`${id}.other`] ?? ''
  return html`<fieldset class="choices" ${group(title, fault)}>${all.map(
    (choice) =>
      html`<label><input type="${type === 'choices' ? 'checkbox' : 'radio'}" name="${id}" value="${choice.id}" ${chosen.includes(choice.id) ? 'checked' : ''} ${type === 'choice' ? needed(question) : ''}>${choice.text}</label>`,
  )}</fieldset>${other ? html`<label class="elsewhere"><small>${words.otherText}</small><input class="line" name="${id}.other" maxlength="5000" value="${elsewhere}"></label>` : ''}`
}

const group = (title: string, fault: string | undefined) =>
  html`aria-labelledby="${title}" ${fault ? html`aria-describedby="${title}-fault"` : ''}`
