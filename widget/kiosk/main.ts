/**
 * On a survey's page on a device in a shop (`?kiosk=1`): back to the first question after the thank-you, and when somebody left in
 * the middle. `data-start` is where it begins anew, `data-rest` after how many seconds of rest; 0 only once it was touched.
 */
const { start = '', rest = '0' } = document.body.dataset
const untouched = rest === '0'
const restMs = (Number(rest) || 45) * 1000
const isOver = document.querySelector('.thanks') !== null
let timer: ReturnType<typeof setTimeout> | undefined

function wait() {
  clearTimeout(timer)
  timer = setTimeout(begin, restMs)
}

/** Only while the server answers: the browser's own page about being offline would stay for good. */
async function begin() {
  try {
    const { ok } = await fetch(start, { method: 'HEAD' })
    if (ok) return location.replace(start)
  } catch {}
  wait()
}

// The thank-you isn't held up by the next person's finger.
if (!isOver) for (const sign of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(sign, wait, { passive: true })
if (!untouched) wait()
// A page that the browser kept, with what was typed on it.
addEventListener('pageshow', ({ persisted }) => persisted && location.replace(start))

export {}
