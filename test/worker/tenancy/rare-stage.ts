import type { Stage } from './stories.ts'

/** A stage with the shop beside, of which a story puts some by hand. */
export type RareStage = Stage & { beside: { site: string; survey: string } }
export type RareStories = Record<string, (stage: RareStage) => Promise<unknown>>

export const day = 86_400_000
