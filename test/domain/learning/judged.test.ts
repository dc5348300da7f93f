import { describe, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { calibrate, f1, precision, recall, tally, thresholdOf } from '../../../worker/domain/learning/judged.ts'
import { sigmoid } from '../../../worker/domain/learning/logistic.ts'

describe('what was given', () => {
  it('is compared with what belongs', () => {
    const counts = tally([1, 1, 1, 0, 0], Uint8Array.of(1, 1, 0, 1, 0))
    expect(counts).toEqual({ right: 2, wrong: 1, missed: 1 })
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([2 / 3, 2 / 3, 2 / 3])
  })

  it('has no precision without anything given, and no recall without anything that belongs', () => {
    const none = tally([0, 0], Uint8Array.of(0, 0))
    expect([precision(none), recall(none), f1(none)]).toEqual([null, null, null])
    const missed = tally([0], Uint8Array.of(1))
    expect([precision(missed), recall(missed), f1(missed)]).toEqual([null, 0, 0])
  })
})

describe('calibration', () => {
  it('finds by how much log-odds are too sure and too low', () => {
    const random = seeded(3, 'calibration')
    const odds = Float64Array.from({ length: 5000 }, () => 8 * (random() - 0.5))
    const labels = Uint8Array.from(odds, (x) => Number(random() < sigmoid(0.5 * x + 1)))
    const { slope, shift } = calibrate(odds, labels)
    expect(slope).toBeCloseTo(0.5, 1)
    expect(shift).toBeCloseTo(1, 1)
  })

  it('changes little where little was judged', () => {
    const { slope, shift } = calibrate(Float64Array.of(2, -2), Uint8Array.of(1, 0))
    expect(slope).toBeGreaterThan(0.9)
    expect(slope).toBeLessThan(1.5)
    expect(shift).toBeCloseTo(0)
  })

  it('stays finite where one side is all there is', () => {
    const { slope, shift } = calibrate(Float64Array.of(5, 6, 7), Uint8Array.of(1, 1, 1))
    expect(Number.isFinite(slope) && Number.isFinite(shift)).toBe(true)
  })
})

describe('the threshold', () => {
  it('is half of the largest F1', () => {
    // Giving the first three is right twice of two: F1 = 4 / 5.
    expect(thresholdOf(Float64Array.of(0.9, 0.8, 0.7, 0.1), Uint8Array.of(1, 0, 1, 0))).toBeCloseTo(0.4)
    expect(thresholdOf(Float64Array.of(0.9, 0.1), Uint8Array.of(1, 0))).toBe(0.5)
  })

  it('takes rows that are equally likely together', () => {
    expect(thresholdOf(Float64Array.of(0.5, 0.5, 0.5, 0.5), Uint8Array.of(1, 0, 0, 0))).toBeCloseTo(0.2)
  })
})
