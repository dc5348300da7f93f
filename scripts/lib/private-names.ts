/**
 * Properties that only our own programs say to each other: in the built widget a few letters stand for them. Never one of a wire,
 * of storage, of `seam.ts` or of the headless core; `test/domain/private-names.test.ts` looks.
 */
export const privateNames = [
  ...['opening', 'resumed', 'triedAt', 'sheets', 'isLast', 'asked', 'ending', 'wording', 'give', 'locked', 'given', 'mayGoOn'],
  ...['beneath', 'beside', 'finished', 'labelledBy', 'describedBy', 'phase', 'draw', 'ask', 'above', 'place'],
  ...['requests', 'attempt', 'failures', 'flying', 'told'],
  ...['hasWaiting', 'halfFinished', 'dropHalf', 'forgetAll'],
]
