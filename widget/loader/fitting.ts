import type { PageContext } from '../seam.ts'

/**
 * Of the traits a page names, those the worker takes: at most 50, named in 64 characters, with text of at most 256.
 * One beyond its limits would have it refuse every answer of the page.
 */
export function fitting(traits: object | null | undefined): PageContext['traits'] {
  const fits = ([key, value]: [string, unknown]) =>
    key.trim() && key.length <= 64 && typeof value !== 'object' && `${value}`.length <= 256
  return Object.fromEntries(
    Object.entries(traits || {})
      .filter(fits)
      .slice(0, 50),
  )
}
