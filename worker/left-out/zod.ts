// zod as the bundle has it: without the one object that holds all of it, which @hono/zod-openapi passes to the maker of OpenAPI documents
// and which would keep every part of zod in.
export * from 'zod/v4'
export const z = {}
