/** The least a tag can do and still be one: asks on some pages, not twice in a month, takes a call, and minds being pasted twice. */
type Floor = ((call: string) => void) & { q?: string[]; ready?: true }

const page = window as { floor?: Floor }
const key = 'floor:shown'
const monthMs = 30 * 86_400_000

const tag = document.currentScript as HTMLScriptElement
let asked = false

async function show() {
  if (asked) return
  asked = true
  try {
    const popup = await import(/* @vite-ignore */ new URL('popup.js', tag.src).href)
    popup.open('How likely are you to recommend us to a friend?')
    localStorage.setItem(key, `${Date.now()}`)
  } catch {}
}

function isDue(): boolean {
  let shown = 0
  try {
    shown = Number(localStorage.getItem(key))
  } catch {}
  return location.pathname.startsWith('/product/') && Date.now() - shown > monthMs
}

if (!page.floor?.ready) {
  const calls = page.floor?.q ?? []
  page.floor = Object.assign((call: string) => call === 'show' && show(), { ready: true as const })
  for (const call of calls) page.floor(call)
  if (isDue()) show()
}

export {}
