import { describe, expect, test } from 'vitest'
import { searchExpression, spaced, spacedTexts } from '../../worker/domain/search.ts'

describe('what was typed becomes an expression that means it literally', () => {
  test.each([
    ['late', 'text:("late")'],
    ['  late   parcel ', 'text:("late" "parcel")'],
    ['"late parcel"', 'text:("late parcel")'],
    ['"late parcel', 'text:("late parcel")'],
    ['box "late parcel" torn', 'text:("box" "late parcel" "torn")'],
    ['deliver*', 'text:("deliver"*)'],
    ['deliver***', 'text:("deliver"*)'],
    ['"deliver*"', 'text:("deliver*")'],
    ['late OR scope:x NEAR(a b) ^c -d', 'text:("late" "OR" "scope:x" "NEAR(a" "b)" "^c" "-d")'],
    ["o'clock; --", 'text:("o\'clock;")'],
    ['配送が遅い', 'text:("配送 が 遅い")'],
    ['👍', 'text:("👍")'],
  ])('%s', (typed, expression) => {
    expect(searchExpression(typed)).toBe(expression)
  })

  test.each(['', '   ', '*', '"', '""', '!?', '-- ;', '" "'])('nothing to look for: %s', (typed) => {
    expect(searchExpression(typed)).toBeUndefined()
  })

  test('sixteen words count, the seventeenth is left out', () => {
    const words = Array.from({ length: 17 }, (_, i) => `w${i}`)
    expect(searchExpression(words.slice(0, 16).join(' '))).toContain('"w15"')
    expect(searchExpression(words.join(' '))).not.toContain('"w16"')
  })
})

describe('words are set apart where the index could not tell them', () => {
  test.each([
    ['配送が遅い', '配送 が 遅い'],
    ['ส่งช้ามาก', 'ส่ง ช้า มาก'],
    ['great👍thanks', 'great 👍 thanks'],
  ])('%s', (text, words) => {
    expect(spaced(text)).toBe(words)
  })

  test.each(['Zu spät geliefert', 'Поздно', '배송이 늦어요', 'تأخر الطلب', ''])('and nowhere else: %s', (text) => {
    expect(spaced(text)).toBeNull()
  })

  test('a text taken back or replaced by one that needs nothing is forgotten', () => {
    expect(spacedTexts({ '': '遅い', 'a.other': null, b: 'late' })).toEqual({ '': '遅い', 'a.other': null, b: null })
  })
})
