import { beforeAll, describe, expect, it } from 'vitest'
import { prepareTours, tours, unseenOperations } from './support/tours.ts'

beforeAll(() => prepareTours())

describe('the OpenAPI document', () => {
  it.each(Object.keys(tours))('%s', async (name) => {
    await tours[name]?.()
  })

  it('tells of no operation that was not seen to succeed, each as it says', async () => {
    expect(await unseenOperations()).toEqual([])
  })
})
