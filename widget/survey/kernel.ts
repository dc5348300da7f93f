/**
 * What the second part of the UI takes from the first: `widget/more` imports values from here alone, so that nothing is loaded twice,
 * and puts what it adds into `parts`.
 */
export { Fragment, jsx, jsxs } from './jsx.ts'
export { parts } from './parts.ts'
export { Scale } from './scale.tsx'
