import * as z from 'zod'

/**
 * A query whose unknown keys are refused: a filter that is misspelt, or not built yet, must not come
 * back as everything. `site` and keys with one of the prefixes, `segment.DIMENSION` everywhere, may stand beside the named ones.
 */
export function strictQuery<Shape extends z.ZodRawShape>(shape: Shape, prefixes: readonly string[] = ['segment.']) {
  return z.looseObject(shape).superRefine((query, context) => {
    const isKnown = (key: string) => key in shape || key === 'site' || prefixes.some((prefix) => key.startsWith(prefix))
    const keys = Object.keys(query).filter((key) => !isKnown(key))
    if (keys.length > 0)
      context.addIssue({ code: 'unrecognized_keys', keys, input: query, message: `unknown: ${keys.join(', ')}` })
  })
}
