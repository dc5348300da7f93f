/** Tells informal address apart where a language distinguishes: `de` says Sie, `de-x-informal` du. */
const informal = '-x-informal'

/** Languages written so alike that a text in one serves readers of the other. */
const nearly: Record<string, string> = { no: 'nb', nn: 'nb' }

/** Scripts written from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** How many of the languages a page asks for are looked at. */
const mostAsked = 10

/** A language tag in its one right spelling; undefined where it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return
  }
}

/**
 * Which of the languages there are suits somebody who asks for `de-AT,en;q=0.8`, the best first; undefined if none does.
 * Lookup by RFC 4647, with scripts and regions that go without saying filled in (`zh-TW` is written zh-Hant).
 */
export function suitableLanguage(asked: string, tags: readonly string[]): string | undefined {
  for (const range of asked.split(',', mostAsked)) {
    const wanted = canonicalTag(range.split(';', 1)[0]?.trim() ?? '')
    const found = wanted && (tags.find((tag) => tag === wanted) ?? nearestLanguage(wanted, tags))
    if (found) return found
  }
  return
}

function nearestLanguage(wanted: string, tags: readonly string[]): string | undefined {
  const { language, script, region } = likely(wanted)
  const known = tags
    .map((tag) => ({ tag, ...likely(tag) }))
    .filter((one) => one.language === language)
    // Formal address suits strangers, and the language at large suits those from elsewhere.
    .sort((a, b) => Number(a.tag.endsWith(informal)) - Number(b.tag.endsWith(informal)) || a.tag.length - b.tag.length)
  if (known.length === 0) return
  const inScript = known.filter((one) => one.script === script)
  const inRegion = inScript.find((one) => one.region === region)
  const likeliest = likely(script ? `${language}-${script}` : language).region
  return (
    inRegion ??
    // Portuguese differs by continent: all but Brazil write as Portugal does.
    (language === 'pt' && region !== 'BR' ? inScript.find((one) => one.region === 'PT') : undefined) ??
    inScript.find((one) => one.region === likeliest) ??
    inScript[0] ??
    known[0]
  )?.tag
}

/** The tag's parts, with what most readers of the language would mean filled in (CLDR's likely subtags). */
function likely(tag: string): { language: string; script: string; region: string } {
  const locale = new Intl.Locale(tag)
  const { script = '', region = '' } = locale.maximize()
  return { language: nearly[locale.language] ?? locale.language, script, region }
}

/** The tag as it is spoken at this address: informal where that is wanted and known. */
export function addressed(tag: string, address: 'formal' | 'informal', known: readonly string[]): string {
  return address === 'informal' && known.includes(`${tag}${informal}`) ? `${tag}${informal}` : tag
}

/** The tag and what it may borrow from, nearest first: `de-AT-x-informal`, `de-AT`, `de`. */
export function broader(tag: string): string[] {
  const plain = formal(tag)
  const parts = plain.split('-')
  const shorter = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
  return tag === plain ? shorter : [tag, ...shorter]
}

/** The tag without its mark for informal address. */
export function formal(tag: string): string {
  return tag.endsWith(informal) ? tag.slice(0, -informal.length) : tag
}

/** Which way a language is written, told by its likely script. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(likely(tag).script) ? 'rtl' : 'ltr'
}
