import cap from './cap.ts'
import conditions from './conditions.ts'
import dates from './dates.ts'
import event from './event.ts'
import type { Gates } from './gate.ts'
import occurrence from './occurrence.ts'
import path from './path.ts'
import rest from './rest.ts'
import sample from './sample.ts'
import touchpoint from './touchpoint.ts'
import triggers from './triggers.ts'
import url from './url.ts'

/** Every kind of gate, for the server and the editor; a loader carries only those its site uses. Each is the file of its name. */
export const allGates: Gates = { dates, touchpoint, path, url, sample, conditions, event, occurrence, triggers, cap, rest }
