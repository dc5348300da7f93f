import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import type { Ending, Link } from '../contract/thanks.ts'

/** What a survey says to shoppers. Addresses and codes are no words: they are the same in every language. */
type Worded = Pick<Definition, 'questions' | 'thanks'>

/** Texts by key: `questions.why.textBy.promoter`, `questions.missing.choices.price`, `thanks.link.text`. */
export type Texts = Record<string, string>

/** What a text becomes, told by its key. */
type Say = (key: string, text: string) => string

/** All texts, in the order in which they are read. One that is empty needs no words in any language and is left out. */
export function textsOf(worded: Worded): Texts {
  const texts: Texts = {}
  reworded(worded, (key, text) => {
    if (text) texts[key] = text
    return text
  })
  return texts
}

/** The same survey in other words; what `texts` lacks stays as it is. */
export function withTexts<W extends Worded>(worded: W, texts: Texts): W {
  return { ...worded, ...reworded(worded, (key, text) => texts[key] ?? text) }
}

function reworded({ questions, thanks }: Worded, say: Say): Worded {
  const { review, by } = thanks
  const saying = within(say, 'thanks')
  return {
    questions: questions.map((question) => rewordedQuestion(question, within(say, `questions.${question.id}`))),
    thanks: {
      ...rewordedEnding(thanks, saying),
      ...(review && { review: rewordedLink(review, within(saying, 'review')) }),
      ...(by && { by: mapped(by, (category, ending) => rewordedEnding(ending, within(saying, `by.${category}`))) }),
    },
  }
}

function rewordedQuestion(question: Question, say: Say): Question {
  const text = say('text', question.text)
  if (question.type === 'metric') return { ...question, text, ...rewordedEnds(question, say) }
  const { textBy } = question
  const texts = { text, ...(textBy && { textBy: mapped(textBy, (category, one) => say(`textBy.${category}`, one)) }) }
  switch (question.type) {
    case 'rating':
      return { ...question, ...texts, ...rewordedEnds(question, say) }
    case 'choice':
    case 'choices': {
      const choices = question.choices.map((choice) => ({ ...choice, text: say(`choices.${choice.id}`, choice.text) }))
      return { ...question, ...texts, choices, ...(question.other && { other: say('other', question.other) }) }
    }
    case 'statement':
      return { ...question, ...texts, ...(question.body && { body: say('body', question.body) }) }
    case 'contact':
      return { ...question, ...texts, purpose: say('purpose', question.purpose) }
    case 'text':
    case 'consent':
      return { ...question, ...texts }
  }
}

function rewordedEnds({ low, high }: { low: string; high: string }, say: Say) {
  return { low: say('low', low), high: say('high', high) }
}

function rewordedEnding<E extends Ending>(ending: E, say: Say): E {
  const { title, text, link } = ending
  return {
    ...ending,
    title: say('title', title),
    text: say('text', text),
    ...(link && { link: rewordedLink(link, within(say, 'link')) }),
  }
}

function rewordedLink(link: Link, say: Say): Link {
  return { ...link, text: say('text', link.text) }
}

function within(say: Say, path: string): Say {
  return (key, text) => say(`${path}.${key}`, text)
}

function mapped<T>(record: Record<string, T>, change: (key: string, value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]))
}
