/** Whoever asked for words by a press further up is led to them, by keyboard too. */
export function goToWords(): void {
  const words = document.getElementById('words')
  words?.focus({ preventScroll: true })
  words?.scrollIntoView({ block: 'start' })
}
