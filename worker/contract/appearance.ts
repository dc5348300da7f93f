import * as z from 'zod'

export const Shape = z.enum(['popover', 'modal', 'inline', 'tab', 'button'])
export type Shape = z.infer<typeof Shape>

export const Appearance = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark']),
  brand: z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour such as #2b7a78'),
  /** Where a popover, a button, or (left or right) a tab stands. On phones a popover is a sheet at the bottom. */
  corner: z.enum(['bottom-right', 'bottom-left', 'top-right', 'top-left']),
  shape: Shape,
  /** Selector of the page's element that holds an inline survey. */
  element: z.string().trim().max(200),
  /** Of the sheet's corners, in CSS pixels. */
  radius: z.int().min(0).max(32),
  /** Names of fonts the page already has; no addresses, no functions. */
  font: z.string().regex(/^[\p{L}\p{N}\s"',_-]{0,120}$/u, 'names of fonts, with commas between'),
})
export type Appearance = z.infer<typeof Appearance>
