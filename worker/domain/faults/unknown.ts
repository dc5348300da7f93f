import type { Fault } from './fault.ts'

export const unknownTag = (pointer: string): Fault => ({ pointer, detail: 'the site has no tag of this name' })

export const undeclared = (pointer: string): Fault => ({ pointer, detail: 'the site declares no such dimension' })
