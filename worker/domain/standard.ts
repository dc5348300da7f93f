import type { Appearance, Definition, Metric, Question, Targeting } from '../contract/survey.ts'

/** Points of a metric's scale where the site doesn't choose. */
export const defaultPoints: Record<Metric, number> = { nps: 11, csat: 5, ces: 7, none: 0 }

/** The scales each metric may have. */
export const allowedPoints: Record<Metric, readonly number[]> = { nps: [11], csat: [3, 5, 7], ces: [5, 7], none: [0] }

/** Etiquette of the field: patient, rare, and longer after a no. */
export const standardTargeting: Targeting = {
  include: [],
  exclude: [],
  delaySeconds: 10,
  daysAfterAnswer: 90,
  daysAfterDismissal: 30,
  daysAcrossSurveys: 7,
}

export const standardAppearance: Appearance = { theme: 'auto', brand: '#2b7a78', corner: 'bottom-right' }

/** The metric's standard wording with its follow-up, `product` being what is asked about. */
export function standardQuestions(metric: Metric, product: string): Question[] {
  const why = { id: 'why', type: 'text', required: false } as const
  const score = { id: 'score', type: 'metric' } as const
  switch (metric) {
    case 'nps':
      return [
        {
          ...score,
          text: `How likely are you to recommend ${product} to a friend or colleague?`,
          low: 'Not at all likely',
          high: 'Extremely likely',
        },
        {
          ...why,
          text: 'What is the main reason for your score?',
          textBy: {
            promoter: 'What did you like most?',
            passive: 'What would have made it a 10?',
            detractor: 'What could we do better?',
          },
        },
      ]
    case 'csat':
      return [
        { ...score, text: `How satisfied were you with ${product}?`, low: 'Very dissatisfied', high: 'Very satisfied' },
        {
          ...why,
          text: 'What is the main reason for your answer?',
          textBy: { satisfied: 'What did you like most?', neutral: 'What could we do better?', dissatisfied: 'What went wrong?' },
        },
      ]
    case 'ces':
      return [
        {
          ...score,
          text: `${product} made it easy for me to handle my issue.`,
          low: 'Strongly disagree',
          high: 'Strongly agree',
        },
        {
          ...why,
          text: 'What is the main reason for your answer?',
          textBy: { easy: 'What made it easy?', neutral: 'What could be easier?', difficult: 'What made it hard?' },
        },
      ]
    case 'none':
      return [{ id: 'why', type: 'text', text: `What would you like to tell ${product}?`, required: false }]
  }
}

export const standardThanks: Definition['thanks'] = { title: 'Thank you', text: 'Your answer helps us get better.' }
