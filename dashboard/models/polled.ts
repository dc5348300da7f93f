import { useEffect } from 'preact/hooks'

const pollMs = 2_000

/** Asks again every two seconds, or as often as said, while something is under way and somebody can see the page. */
export function usePolled(isUnderWay: boolean, reload: () => void, everyMs = pollMs): void {
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs)
    return () => clearInterval(timer)
  }, [isUnderWay, reload, everyMs])
}
