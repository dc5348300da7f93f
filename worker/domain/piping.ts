/** A place in a wording: `{{trait.first_name|there}}`, `{{answer.missing|it}}`. What follows the bar stands in where nothing is known. */
const place = /\{\{(trait|answer)\.([^{}|]+)\|([^{}|]*)\}\}/g

/** The wording with its places filled. */
export function piped(text: string, valueFor: (source: string, name: string) => string | undefined): string {
  return text.replace(place, (_, source: string, name: string, fallback: string) => valueFor(source, name) || fallback)
}

/** What the places of a wording ask for, as in `answer.missing`; undefined where `{{` opens what is no place. */
export function placesOf(text: string): string[] | undefined {
  if (text.replace(place, ' ').includes('{{')) return
  return [...text.matchAll(place)].map(([, source, name]) => `${source}.${name}`)
}
