import { Ask } from './ask.tsx'
import { edgeOn, textOn } from './colour.ts'
import type { Run } from './run.ts'

interface Props {
  run: Run
  /** False in the first drawing: a live region speaks only of what changes after it stands. */
  live: boolean
}

/** The sheet: a dialog that blocks nothing and takes no focus by itself. */
export function Survey({ run, live }: Props) {
  const { content, context } = run.opening
  const { words, thanks, appearance } = content
  const { phase, asked } = run
  const newest = asked.at(-1)
  const theme = context.theme || appearance.theme
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const { brand } = appearance

  return (
    <section
      role="dialog"
      aria-labelledby="title"
      tabIndex={-1}
      lang={content.locale}
      dir={content.dir}
      class={`sheet ${appearance.corner} ${dark ? 'dark' : ''}`}
      style={{ '--brand': brand, '--on-brand': textOn(brand), '--edge': edgeOn(dark, brand) }}
    >
      {phase === 'thanks' ? (
        <div class="thanks">
          <svg viewBox="0 0 40 40" aria-hidden="true">
            <circle cx="20" cy="20" r="18" />
            <path d="M12.5 20.5l5 5 10-11" pathLength="1" />
          </svg>
          <h2 id="title">{thanks.title}</h2>
          <p>{thanks.text}</p>
        </div>
      ) : (
        <form
          key={run.sheet[0]?.id}
          onSubmit={(event) => {
            event.preventDefault()
            run.submit()
          }}
        >
          {asked.map((question, i) => (
            <Ask key={question.id} question={question} run={run} id={i ? 'more' : 'title'} />
          ))}
          {phase === 'failed' && <p class="failed">{words.failed}</p>}
          {(newest?.type !== 'metric' || phase === 'failed') && (
            <button type="submit" class="send" disabled={!run.ready || phase === 'final'}>
              {words.send}
            </button>
          )}
        </form>
      )}
      <button type="button" class="close" aria-label={words.close} onClick={() => run.close()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
      <div class="said" aria-live="polite">
        {live &&
          (phase === 'thanks'
            ? `${thanks.title}. ${thanks.text}`
            : phase === 'failed'
              ? words.failed
              : newest && run.wording(newest))}
      </div>
    </section>
  )
}
