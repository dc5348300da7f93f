import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Heading } from '../components/heading.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useShop } from '../components/use-shop.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { chooseSite, loadMe, ofSite } from '../models/session.ts'

/** A further shop, whose first owner is whoever adds it. */
export function NewSite() {
  const { route } = useLocation()
  const { siteOf, fields } = useShop()
  const { busy, error, sends } = useAction()
  useEffect(() => {
    document.title = 'Add a site · Earshot'
  }, [])
  const add = sends(async (given) => {
    const { id } = await call<{ id: string }>('POST', ofSite('/api/v1/sites'), siteOf(given))
    await loadMe()
    chooseSite(id)
    route('/')
  })
  return (
    <>
      <header class="top">
        <Heading>Add a site</Heading>
      </header>
      <p class="soft">Another shop, with surveys, numbers and people of its own. You are its owner.</p>
      <form class="form beneath" onSubmit={add}>
        {fields}
        <Refusal error={error} />
        <div class="row">
          <button type="submit" class="primary" disabled={busy}>
            Add the site
          </button>
        </div>
      </form>
    </>
  )
}
