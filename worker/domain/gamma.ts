/**
 * Upper tail Q(a, x) of the gamma distribution with shape `a` and scale 1: by its series left of the mean, by its
 * continued fraction right of it (Abramowitz and Stegun 6.5.29 and 6.5.31, modified Lentz). Good to about 1e-12.
 */
export function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
}

/** Upper tail of the standard normal distribution: its square halved is gamma distributed with shape 1/2. */
export function normalTail(z: number): number {
  const beyond = gammaTail(0.5, (z * z) / 2) / 2
  return z < 0 ? 1 - beyond : beyond
}

const mostTerms = 10_000

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; k < mostTerms && term > sum * 1e-15; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let k = 1; k < mostTerms; k++) {
    const numerator = k * (a - k)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/** Lanczos approximation (g = 7, 9 terms); absolute error below 1e-13 for positive arguments. */
export function logGamma(x: number): number {
  const coefficients = [
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  const y = x - 1
  const t = y + 7.5
  const sum = coefficients.reduce((total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (y + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}
