import type { ScaleQuestion } from '../../worker/contract/widget.ts'
import { Ask } from './ask.tsx'
import { parts } from './parts.ts'
import type { Run } from './run.ts'
import { onScaleKey } from './scale.tsx'
import { Thanks } from './thanks.tsx'

interface Props {
  run: Run
  /** False in the first drawing: a live region speaks only of what changes after it stands. */
  live: boolean
}

/** The sheet: a dialog that blocks nothing and takes no focus by itself. */
export function Survey({ run, live }: Props) {
  const { content, context } = run.opening
  const { words, appearance, privacy, dir } = content
  const { phase, asked } = run
  const newest = asked.at(-1)
  const theme = context.theme || appearance.theme
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const scale = asked.find((question): question is ScaleQuestion => 'from' in question)
  const over = phase !== 'asking' && phase !== 'final' && phase !== 'failed'

  return (
    <section
      role="dialog"
      aria-labelledby="title"
      tabIndex={-1}
      lang={content.locale}
      dir={dir}
      class={`${appearance.shape} ${appearance.corner} ${dark ? 'dark' : ''}`}
      style={appearance.tokens}
      onKeyDown={(event) => scale && onScaleKey(event, scale, event.currentTarget, dir === 'rtl')}
    >
      {over ? (
        <Thanks run={run} />
      ) : (
        <form
          key={run.at}
          onSubmit={(event) => {
            event.preventDefault()
            run.submit()
          }}
        >
          {parts.above?.(run)}
          {asked.map((question, i) => (
            <Ask key={question.id} question={question} run={run} id={i ? 'more' : 'title'} />
          ))}
          {phase === 'failed' && <p class="failed">{words.failed}</p>}
          <div class="row">
            {parts.beside?.(run)}
            <button
              type="submit"
              class="send"
              // A tap on a score sends it by itself.
              hidden={newest?.type === 'metric' && (run.score === undefined || phase === 'final')}
              disabled={phase === 'final'}
            >
              {run.isLast ? words.send : words.next}
            </button>
          </div>
        </form>
      )}
      <div class="foot">
        {over ? (
          phase !== 'erased' && (
            <button type="button" disabled={phase === 'erasing'} onClick={() => run.erase()}>
              {words.erase}
            </button>
          )
        ) : (
          <>
            <span>{content.asks}</span>
            {/* Checked wholly when it was saved; here, where each byte counts, only that it can run nothing. */}
            {/^https?:/.test(`${privacy}`) && (
              <a href={privacy} target="_blank" rel="noopener">
                {words.privacy}
              </a>
            )}
            <button type="button" onClick={() => run.never()}>
              {words.never}
            </button>
          </>
        )}
      </div>
      <button type="button" class="close" onClick={() => run.close()}>
        <span aria-hidden="true">×</span>
        <i class="said">{words.close}</i>
      </button>
      <div class="said" aria-live="polite">
        {live &&
          (over ? `${run.ending.title}. ${run.ending.text}` : phase === 'failed' ? words.failed : newest && run.wording(newest))}
      </div>
    </section>
  )
}
