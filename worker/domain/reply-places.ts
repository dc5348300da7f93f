/** What may stand in a template between braces, `{first name}`, and is filled for each shopper. */
export const places = ['first name', 'shop', 'survey', 'score', 'comment'] as const
export type Place = (typeof places)[number]

/** What stands for each; '' where it isn't known. */
export type Places = Record<Place, string>

const braced = /\{([^{}\n]{1,40})\}/g
const isPlace = (name: string): name is Place => places.some((place) => place === name)

/** What a text has in braces that is no place, as it stands there. */
export function unknownPlaces(text: string): string[] {
  return [...text.matchAll(braced)].filter(([, name = '']) => !isPlace(name)).map(([all]) => all)
}

/**
 * A text with its places filled; braces around anything else stay. What isn't known takes the space before it along ("Hello {first name},"
 * becomes "Hello,"), and its line where that says nothing else.
 */
export function fillPlaces(text: string, known: Places): string {
  const lines = text.split('\n').map((line) => filledLine(line, known))
  return lines
    .filter((line) => line !== undefined)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function filledLine(line: string, known: Places): string | undefined {
  const names = [...line.matchAll(braced)].map(([, name = '']) => name).filter(isPlace)
  const says = /[\p{L}\p{N}]/u.test(line.replaceAll(braced, (all, name: string) => (isPlace(name) ? '' : all)))
  if (names.length > 0 && !says && names.every((name) => known[name] === '')) return
  return line.replaceAll(/([ \t]*)\{([^{}\n]{1,40})\}/g, (all, space: string, name: string) =>
    !isPlace(name) ? all : known[name] === '' ? '' : space + known[name],
  )
}

/** The same for what has to be one line of at most so many characters. */
export const fillLine = (text: string, known: Places, most: number) =>
  [...fillPlaces(text, known).replaceAll(/[\s\p{Cc}]+/gu, ' ')].slice(0, most).join('')

/** Names of traits under which shops tell a first name, but for case, spaces and signs. */
const firstNames = ['firstname', 'givenname', 'forename']

/** What somebody is called, as far as the traits of their response say. */
export function firstNameOf(traits: Readonly<Record<string, unknown>>): string {
  const [, name] = Object.entries(traits).find(([key]) => firstNames.includes(key.toLowerCase().replaceAll(/[^a-z]/g, ''))) ?? []
  return typeof name === 'string' ? name.trim() : ''
}
