import { describe, expect, test } from 'vitest'
import { indexed, searchExpression, spacedTexts } from '../../worker/domain/search.ts'

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
    ['配送が遅い', 'text:("配 送 が 遅 い")'],
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

describe('a text is made ready where the index could not tell its words', () => {
  test.each([
    ['配送が遅い', '配 送 が 遅 い'],
    ['ส่งช้ามาก', 'ส่ง ช้า มาก'],
    ['great👍thanks', 'great 👍 thanks'],
    ['Η ώρα', 'Η ωρα'],
    ['Ещё йод', 'Еще йод'],
    ['شكرًا جدًّا', 'شكرا جدا'],
    ['إرجاع', 'ارجاع'],
    ['שָׁלוֹם', 'שלום'],
    ['Größe Smørrebrød ısı', 'Grösse Smorrebrod isi'],
    ['Pa\u00adket', 'Paket'],
  ])('%s', (text, ready) => {
    const made = indexed(text)
    expect(made?.text).toBe(ready)
    expect(made?.origin).toHaveLength(ready.length)
  })

  test.each(['Zu spät geliefert', 'Поздно', '배송이 늦어요', 'ΩΡΑ', 'שלום', 'شكر', ''])('and nowhere else: %s', (text) => {
    expect(indexed(text)).toBeNull()
  })

  test('a text taken back or replaced by one that needs nothing is forgotten', () => {
    expect(spacedTexts({ '': '遅い', 'a.other': null, b: 'late' })).toEqual({ '': '遅 い', 'a.other': null, b: null })
  })
})
