import type { z } from 'zod'
import type { Problem } from '../contract/problem.ts'

/** zod's issues as RFC 6901 pointers with a sentence each. */
export function validationErrors(error: z.core.$ZodError): NonNullable<Problem['errors']> {
  return error.issues.slice(0, 20).map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: issue.message,
  }))
}
