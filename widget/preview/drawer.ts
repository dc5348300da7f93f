/**
 * Stands for the tab's storage, which a sandboxed page hasn't: where a survey is half-finished. `empty` forgets it; `restore` puts back
 * how far it was, also after its end.
 */
export function openDrawer(key: string) {
  let last: string | undefined
  const storage: Record<string, unknown> = {
    setItem(name: string, value: string) {
      storage[name] = value
      if (name === key && value !== 'null') last = value
    },
  }
  return {
    storage,
    empty() {
      last = undefined
      delete storage[key]
    },
    restore() {
      if (last !== undefined) storage[key] = last
    },
  }
}
