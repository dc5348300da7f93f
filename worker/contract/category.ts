import * as z from 'zod'

export const Metric = z.enum(['nps', 'csat', 'ces', 'none'])
export type Metric = z.infer<typeof Metric>

/** What one answer to a metric question says: the upper, middle or lower part of its scale. */
export const Category = z.enum(['promoter', 'passive', 'detractor', 'satisfied', 'neutral', 'dissatisfied', 'easy', 'difficult'])
export type Category = z.infer<typeof Category>
