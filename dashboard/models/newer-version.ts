const key = 'earshot-reloaded'
/** Where a part is still missing so soon after a reload, another one wouldn't help. */
const onceInMs = 60_000

/** A tab that was opened before a deploy asks for screens that are gone: it is loaded anew, at the address it was on its way to. */
export function goOnAsNewer(): void {
  addEventListener('vite:preloadError', () => {
    try {
      if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < onceInMs) return
      sessionStorage.setItem(key, String(Date.now()))
    } catch {
      // Without storage nobody would know that it was tried.
      return
    }
    location.reload()
  })
}
