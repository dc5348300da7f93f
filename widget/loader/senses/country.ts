import type { Sense } from './sense.ts'

/** The loader of such a site is made for each country. */
const country: Sense = (felt, _look, config) => {
  felt.country = config.country ?? ''
}
export default country
