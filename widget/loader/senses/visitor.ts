import { storagePrefix } from '../../seam.ts'
import { quietly } from '../quietly.ts'
import type { Sense } from './sense.ts'

/** Gives this browser its number, and notes when it was first seen: beside the shopper's clocks, from where the gates read both. */
const visitor: Sense = (_felt, _look, { site }) => {
  quietly(() => {
    const key = storagePrefix + site
    const clocks = { ...quietly(() => JSON.parse(localStorage[key])) }
    if (clocks.visitor) return
    // 53 random bits; a zero would be no number.
    localStorage.setItem(key, JSON.stringify({ ...clocks, visitor: 1 - Math.random(), first: Date.now() }))
  })
}
export default visitor
