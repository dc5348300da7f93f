import type { CreateTag } from '../../contract/tags.ts'
export const starterTags: CreateTag[] = []
