import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watch } from '../../dashboard/models/watch.ts'

/** A page somebody looks at, and a server whose answers wait until the test gives them. */
function start() {
  let isVisible = true
  let told = () => {}
  const waiting: { answer: (pulse: string) => void; fail: () => void }[] = []
  const seen = { asked: 0, changes: 0, heard: [] as boolean[], listening: true }
  const end = watch({
    ask: () => {
      seen.asked += 1
      return new Promise((resolve, reject) => waiting.push({ answer: resolve, fail: () => reject(new Error('away')) }))
    },
    changed: () => {
      seen.changes += 1
    },
    heard: (answered) => seen.heard.push(answered),
    sight: {
      isVisible: () => isVisible,
      listen: (changed) => {
        told = changed
        return () => {
          seen.listening = false
        }
      },
    },
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return {
    seen,
    end,
    answer: (pulse: string) => {
      waiting.shift()?.answer(pulse)
      return settle()
    },
    fail: () => {
      waiting.shift()?.fail()
      return settle()
    },
    show: (visible: boolean) => {
      isVisible = visible
      told()
      return settle()
    },
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a watched survey', () => {
  test('is asked for at once, and four seconds after each answer', async () => {
    const page = start()
    expect(page.seen.asked).toBe(1)
    await page.answer('a')
    await page.pass(3_999)
    expect(page.seen.asked).toBe(1)
    await page.pass(1)
    expect(page.seen.asked).toBe(2)
  })

  test('has changed when the text differs, and not by its first text', async () => {
    const page = start()
    await page.answer('a')
    await page.pass(4_000)
    await page.answer('a')
    expect(page.seen.changes).toBe(0)
    await page.pass(4_000)
    await page.answer('b')
    expect(page.seen.changes).toBe(1)
  })

  test('is never asked for twice at a time, however long an answer takes and whoever comes back', async () => {
    const page = start()
    await page.pass(60_000)
    await page.show(false)
    await page.show(true)
    expect(page.seen.asked).toBe(1)
  })

  test('is left alone while nobody sees it, and asked for at once when somebody is back', async () => {
    const page = start()
    await page.answer('a')
    await page.show(false)
    await page.pass(600_000)
    expect(page.seen.asked).toBe(1)
    await page.show(true)
    expect(page.seen.asked).toBe(2)
    await page.answer('b')
    expect(page.seen.changes).toBe(1)
  })

  test('is not asked for again where the answer comes after the page was left', async () => {
    const page = start()
    await page.show(false)
    await page.answer('a')
    await page.pass(600_000)
    expect(page.seen.asked).toBe(1)
  })

  test('that can’t be reached is asked for ever more seldom, a minute apart at most, and said to be unheard', async () => {
    const page = start()
    await page.answer('a')
    await page.pass(4_000)
    for (const wait of [8_000, 16_000, 32_000, 60_000, 60_000]) {
      const { asked } = page.seen
      await page.fail()
      await page.pass(wait - 1)
      expect(page.seen.asked).toBe(asked)
      await page.pass(1)
      expect(page.seen.asked).toBe(asked + 1)
    }
    await page.answer('b')
    expect(page.seen.heard).toEqual([true, false, false, false, false, false, true])
    expect(page.seen.changes).toBe(1)
    await page.pass(4_000)
    expect(page.seen.asked).toBe(8)
  })

  test('is forgotten at the end: nothing asked, nothing said, nobody listening', async () => {
    const page = start()
    page.end()
    await page.answer('a')
    await page.pass(600_000)
    expect(page.seen).toEqual({ asked: 1, changes: 0, heard: [], listening: false })
  })
})
