import type { Sense } from './sense.ts'

/** The page's language as its document says it, else the browser's; what the page has `set` comes before. */
const locale: Sense = (felt) => {
  const read = () => {
    felt.lang = document.documentElement.lang || navigator.language
  }
  read()
  addEventListener('earshot:page', read)
}
export default locale
