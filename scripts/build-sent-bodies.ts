/** Writes down what a sender may send as JSON Schema: the worker would otherwise need zod's maker of it, and make it at each start. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { SendDisplays } from '../worker/contract/display.ts'
import { SendErasure, SendResponse } from '../worker/contract/response.ts'
import { root } from './lib/install.mjs'

/**
 * By zod itself: the generator of the OpenAPI document doesn't know values that are left out when they make no sense. Both mean the
 * JSON Schema of OpenAPI 3.1.
 */
export function buildSentBodies(): void {
  const schemas = { SendResponse, SendDisplays, SendErasure }
  const lines = Object.entries(schemas).map(
    ([name, schema]) => `export const ${name}: object = ${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}\n`,
  )
  mkdirSync(join(root, 'worker/generated'), { recursive: true })
  writeFileSync(join(root, 'worker/generated/sent-bodies.ts'), `// Written by scripts/build-sent-bodies.ts.\n${lines.join('')}`)
}
