import { useLocation } from 'preact-iso'
import type { SiteView } from '../../../worker/contract/site.ts'
import { platformsOf } from '../../models/install/platforms.ts'
import { CodeBox } from '../code-box.tsx'

/** The tag and where to paste it, by the kind of shop. */
export function Platforms({ site }: { site: SiteView }) {
  const { path, query } = useLocation()
  const platforms = platformsOf(site, location.origin)
  const chosen = platforms.find(({ id }) => id === query.for) ?? platforms[0]
  if (!chosen) return null
  return (
    <section class="install-kind" aria-labelledby="kind">
      <h2 id="kind" class="hidden">
        The tag
      </h2>
      <nav class="parts" aria-label="Kinds of shop">
        {platforms.map(({ id, name }) => (
          <a key={id} href={`${path}?for=${id}`} aria-current={id === chosen.id ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <ol class="steps">
        {chosen.steps.map(({ says, code, copies = 'the tag' }) => (
          <li key={says}>
            <p>{says}</p>
            {code && <CodeBox label={`Copy ${copies}`} code={code} />}
          </li>
        ))}
      </ol>
      {chosen.limit && <p class="notice">{chosen.limit}</p>}
    </section>
  )
}
