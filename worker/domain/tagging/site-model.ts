import type { SentimentModel } from '../sentiment/model.ts'
import type { Learned } from './learn.ts'

/** What was learned for a site from its corrections and scores: one version of it. */
export interface SiteModel {
  /** By tag; tags made since have none. */
  tags: Record<string, Learned>
  /** Null where the words of judgement alone do no worse. */
  sentiment: SentimentModel | null
}

export const readSiteModel = (json: string) => JSON.parse(json) as SiteModel
