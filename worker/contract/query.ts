import * as z from 'zod'

/**
 * A query whose unknown keys are refused: a filter that is misspelt, or not built yet, must not come
 * back as everything. `site` and `segment.DIMENSION` may stand beside the named ones.
 */
export function strictQuery<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).superRefine((query, context) => {
    const keys = Object.keys(query).filter((key) => !(key in shape) && key !== 'site' && !key.startsWith('segment.'))
    if (keys.length > 0)
      context.addIssue({ code: 'unrecognized_keys', keys, input: query, message: `unknown: ${keys.join(', ')}` })
  })
}
