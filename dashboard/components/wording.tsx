import type { Metric } from '../../worker/contract/category.ts'
import type { Question } from '../../worker/contract/question.ts'
import { scaleOf } from '../../worker/domain/category.ts'
import { defaultPoints } from '../../worker/domain/standard.ts'

/** A survey as shoppers will read it, its scale drawn. */
export function Wording({ metric, questions }: { metric: Metric; questions: readonly Question[] }) {
  const [from, to] = scaleOf(metric, defaultPoints[metric]) ?? [0, -1]
  const scale = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return (
    <section class="wording" aria-labelledby="wording">
      <h2 id="wording" class="small soft">
        Shoppers will read
      </h2>
      {questions.map((question) => (
        <div key={question.id}>
          <p>{question.text}</p>
          {question.type === 'metric' && (
            <div class="small">
              <ol class="points num" aria-label={`${from} to ${to}`}>
                {scale.map((value) => (
                  <li key={value}>{value}</li>
                ))}
              </ol>
              <p class="poles soft">
                <span>{question.low}</span> <span>{question.high}</span>
              </p>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
