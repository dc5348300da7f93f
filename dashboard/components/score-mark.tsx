import type { Category } from '../../worker/contract/category.ts'
import type { ResponseItem } from '../../worker/contract/response.ts'

const tones: Record<Category, 'good' | 'middle' | 'bad'> = {
  ...{ promoter: 'good', satisfied: 'good', easy: 'good' },
  ...{ passive: 'middle', neutral: 'middle' },
  ...{ detractor: 'bad', dissatisfied: 'bad', difficult: 'bad' },
}

/** A response's score on the colour of its category. */
export const ScoreMark = ({ item }: { item: Pick<ResponseItem, 'score' | 'category'> }) => (
  <p class={`mark num ${item.category ? tones[item.category] : 'middle'}`}>
    <span class="hidden">{item.score === null ? 'No score' : 'Score '}</span>
    {item.score ?? <span aria-hidden="true">“</span>}
  </p>
)
