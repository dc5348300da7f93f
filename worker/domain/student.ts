import { logGamma } from './gamma.ts'

/**
 * Quantile of Student's t distribution with `df` degrees of freedom (at least 1), for p above one half.
 * Newton's method on the distribution function, which is 1 - I(df / (df + t²); df/2, 1/2) / 2
 * (Abramowitz and Stegun 26.7.1). Right of 0 the tail is convex, so that from 0 the steps only go up and never past the
 * quantile. Good to about 1e-9; called once per number shown.
 */
export function studentQuantile(p: number, df: number): number {
  const height = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI)
  const density = (t: number) => height * (1 + (t * t) / df) ** (-(df + 1) / 2)
  let t = 0
  for (let i = 0; i < 100; i++) {
    const step = (upperTail(t, df) - (1 - p)) / density(t)
    t += step
    if (Math.abs(step) <= 1e-11 * t) break
  }
  return t
}

function upperTail(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
}

/** Regularised incomplete beta I(x; a, b) by its continued fraction (A&S 26.5.8), modified Lentz. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast only left of the mean; mirror otherwise.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a
  const tiny = 1e-300
  let c = 1
  let d = 1 / atLeast(1 - ((a + b) * x) / (a + 1), tiny)
  let fraction = d
  for (let m = 1; m <= 300; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / atLeast(1 + term * d, tiny)
      c = atLeast(1 + term / c, tiny)
      fraction *= c * d
    }
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return front * fraction
}

function atLeast(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
