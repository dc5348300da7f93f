import type { Sense } from './sense.ts'

const search: Sense = (felt) => {
  const read = () => {
    felt.search = location.search
  }
  read()
  addEventListener('earshot:page', read)
}
export default search
