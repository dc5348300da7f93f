import { useEffect } from 'preact/hooks'

const pollMs = 2_000

/** Asks again every two seconds while something is under way and somebody can see the page. */
export function usePolled(isUnderWay: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), pollMs)
    return () => clearInterval(timer)
  }, [isUnderWay, reload])
}
