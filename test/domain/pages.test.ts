import { describe, expect, test } from 'vitest'
import { type Page, readOn } from '../../dashboard/models/pages.ts'

/** A list whose pages hold so many items each. */
function listOf(sizes: number[]) {
  const asked: string[] = []
  const read = async (cursor: string): Promise<Page<string>> => {
    asked.push(cursor)
    const at = Number(cursor)
    return { items: Array(sizes[at] ?? 0).fill(cursor), next: at + 1 < sizes.length ? String(at + 1) : null }
  }
  return { asked, read }
}

describe('reading on', () => {
  test('takes one page where that holds something, however little', async () => {
    const { asked, read } = listOf([1, 3])
    expect(await readOn(read, '0')).toEqual({ items: ['0'], next: '1' })
    expect(asked).toEqual(['0'])
  })

  test('goes past empty pages to the first that holds something', async () => {
    const { asked, read } = listOf([0, 0, 2, 5])
    expect(await readOn(read, '0')).toEqual({ items: ['2', '2'], next: '3' })
    expect(asked).toEqual(['0', '1', '2'])
  })

  test('ends where the list does', async () => {
    expect(await readOn(listOf([0, 0]).read, '0')).toEqual({ items: [], next: null })
  })

  test('asks before a sixth page after five empty ones', async () => {
    const { asked, read } = listOf([0, 0, 0, 0, 0, 1])
    expect(await readOn(read, '0')).toEqual({ items: [], next: '5' })
    expect(asked).toHaveLength(5)
  })
})
