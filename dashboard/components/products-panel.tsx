import type { ProductReport, ProductRow as Row } from '../../worker/contract/products.ts'
import { call } from '../models/api.ts'
import { chosenProduct, type Filters, productsQuery } from '../models/filters.ts'
import { useFurther } from '../models/further.ts'
import type { Report } from '../models/report.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { number, rangeOfRows } from '../models/wording.ts'
import { Choice } from './choice.tsx'
import { Columns } from './columns.tsx'
import { Covered } from './covered.tsx'
import { goToWords } from './go-to-words.ts'
import { More } from './more.tsx'
import { ProductRow } from './product-row.tsx'
import { Refusal } from './refusal.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  survey: string
  report: Report
  filters: Filters
  change: (change: Partial<Filters>) => void
}

/** The score of each product, or category of products; nothing at all where no order names any. */
export function ProductsPanel({ survey, report, filters, change }: Props) {
  const path = `/api/v1/surveys/${encodeURIComponent(survey)}/products?${productsQuery(filters)}`
  const { data, error, loading } = useResource<ProductReport>(path)
  if (!error && !data?.found) return null
  return (
    <section class="moves" aria-labelledby="products">
      <div class="row">
        <h2 id="products">By product</h2>
        <Choice
          name="Products by"
          of={[
            ['sku', 'article'],
            ['category', 'category'],
          ]}
          chosen={filters.products}
          choose={(products) => change({ products })}
        />
        <Choice
          name="Order"
          of={[
            ['answers', 'most answers'],
            ['worst', 'worst first'],
          ]}
          chosen={filters.rank}
          choose={(rank) => change({ rank })}
        />
        <span class="small soft">
          a response with several products counts for each<span class="hint">; a product or tag filters the comments</span>
        </span>
      </div>
      <Refusal error={error} />
      {data && (
        <div class={loading ? 'stale' : ''} aria-busy={loading}>
          <Covered of={data} />
          <Rows {...{ report, data, path, loading, filters, change }} />
        </div>
      )}
    </section>
  )
}

type RowsProps = Omit<Props, 'survey'> & { data: ProductReport; path: string; loading: boolean }

function Rows({ report, data, path, loading, filters, change }: RowsProps) {
  const walk = useWalk()
  const list = ofSite(path)
  const further = useFurther<Row>(`${list} ${data.from}`, data.next, async (cursor) => {
    const { rows, next } = await call<ProductReport>('GET', `${list}&cursor=${cursor}`)
    return { items: rows, next }
  })
  const rows = [...data.rows, ...further.items]
  const { by } = data
  function choose(value: string, tag?: string) {
    if (tag === undefined) return change(chosenProduct(filters, by, value))
    // A tag narrows the scores too, and then there are none by product: what its comments say is what is left to read.
    change({ ...chosenProduct({ ...filters, sku: null, productCategory: null }, by, value), tag })
    goToWords()
  }
  const range = rangeOfRows(report.metric, report.scale, [...rows.filter(({ few }) => !few), report.total])
  return (
    <>
      <table class="breakdown products" {...walk}>
        <Columns
          of={[
            [by === 'sku' ? 'Product' : 'Category'],
            ['Said most', 'said-most'],
            ['n', 'r'],
            ['Score', 'r'],
            ['95 % interval', 'drawn'],
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <ProductRow
              key={row.value}
              row={row}
              mark={report.total.score}
              range={range}
              days={{ from: data.from, to: data.to }}
              chosen={row.value !== null && row.value === (by === 'sku' ? filters.sku : filters.productCategory)}
              choose={row.value === null ? null : (tag) => choose(row.value ?? '', tag)}
            />
          ))}
        </tbody>
      </table>
      <p class="small soft num">
        {number(rows.length)} of {number(data.compared)}
        {data.compared < data.found && `, the most answered of ${number(data.found)}`}
        {data.sort === 'worst' && `; by the upper end of the interval, and under ${data.least} answers after the rest`}
      </p>
      {!loading && <More {...further} />}
    </>
  )
}
