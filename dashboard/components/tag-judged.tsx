import { useState } from 'preact/hooks'
import type { Learning, Tag, TagLearning } from '../../worker/contract/tags.ts'
import { may } from '../models/session.ts'
import { precisionWords, recallWords, sourceWords } from '../models/tag-words.ts'
import { number } from '../models/wording.ts'
import { TagReview } from './tag-review.tsx'

interface Props {
  tag: Tag
  judged: TagLearning
  learning: Learning
  changed: () => void
}

/** How well a tag is given, judged by corrections, and what would improve it most. */
export function TagJudged({ tag, judged, learning, changed }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { precision, recall } = judged
  return (
    <section class="block" aria-labelledby="judged">
      <h2 id="judged">How well it is given</h2>
      <p class="soft">{sourceWords(judged)}.</p>
      <dl class="judged num">
        <div>
          <dt class="small soft">Precision</dt>
          <dd>{precisionWords(judged)}</dd>
        </div>
        <div>
          <dt class="small soft">Recall</dt>
          <dd>{recallWords(judged)}</dd>
        </div>
        <div>
          <dt class="small soft">Corrections</dt>
          <dd>{judged.judged === 0 ? 'none yet' : `${number(judged.judged)}; ${number(judged.positives)} say it belongs`}</dd>
        </div>
      </dl>
      {(precision !== null || recall !== null) && (
        <p class="small soft">Judged by cross-validation: each correction by what was learned from the others.</p>
      )}
      {may('agent') && !tag.archived && (
        <p class="beneath">
          {!isOpen && (
            <button type="button" class="primary" onClick={() => setOpen(true)}>
              Review 10 comments to improve most
            </button>
          )}
        </p>
      )}
      {isOpen && <TagReview tag={tag} learning={learning} changed={changed} />}
    </section>
  )
}
