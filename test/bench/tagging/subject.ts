/** A comment and the tags somebody says belong to it. */
export interface Example {
  text: string
  tags: readonly string[]
}

/** A tag to be given, with the phrases of its rules. */
export interface GivenTag {
  name: string
  phrases: readonly string[]
}

/** Whatever tags comments and learns from corrections: the rules themselves, or the product behind its HTTP API. */
export interface Subject {
  name: string
  /** A new site with these tags, whose rules give a tag where one of its phrases is in the comment. */
  open(tags: readonly GivenTag[]): Promise<Site>
}

export interface Site {
  /** More comments, judged whole: a tag that an example doesn't name doesn't belong. Learned from before this resolves. */
  correct(examples: readonly Example[]): Promise<void>
  /** The tags of comments nobody judged, in their order. */
  tag(texts: readonly string[]): Promise<string[][]>
  close(): Promise<void>
}
