import * as z from 'zod'

/** One rule for addresses everywhere: trimmed, lower case, plain ASCII without control characters. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
