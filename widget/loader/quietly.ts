/** Storage may be blocked or full and hold anything, and a page may have broken what it pleases: then there is no result. */
export function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {}
  return
}
