/** Whether a browser would understand it; what is still empty is not wrong yet. */
export function isSelector(text: string): boolean {
  if (text.trim() === '') return true
  try {
    document.createDocumentFragment().querySelector(text)
    return true
  } catch {
    return false
  }
}
