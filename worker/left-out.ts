// Stands in the bundle for parts of zod that nothing here uses and that its own index keeps in; see wrangler.toml. Whatever that index
// names has to be here.
function leftOut(): never {
  throw new Error('left out of the bundle')
}

/** Each schema is given a way to tell itself as JSON Schema when it is made. */
const method = () => leftOut

export {
  leftOut as allProcessors,
  leftOut as compile,
  leftOut as compileFn,
  leftOut as extractDefs,
  leftOut as finalize,
  leftOut as fromJSONSchema,
  leftOut as initializeContext,
  leftOut as INVALID,
  leftOut as processSchema,
  leftOut as toJSONSchema,
  leftOut as withParser,
  leftOut as ZodCompileAsyncError,
  leftOut as ZodCompileUnsupportedError,
  method as createStandardJSONSchemaMethod,
  method as createToJSONSchemaMethod,
}
