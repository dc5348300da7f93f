/** What the compiler writes JSX as. Preact's own runtime does more, for tools this program never meets. */
import { type ComponentType, Fragment, h } from 'preact'

export const jsx = (type: string | ComponentType, props: object, key?: string | number) => h(type as string, { ...props, key })
export { Fragment, jsx as jsxs }
