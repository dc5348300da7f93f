import event from './event.ts'
import type { Gates } from './gate.ts'
import path from './path.ts'
import rest from './rest.ts'
import touchpoint from './touchpoint.ts'

/** Every kind of gate, for the server and the editor; a loader carries only those its site uses. Each is the file of its name. */
export const allGates: Gates = { touchpoint, path, event, rest }
