// Stands in the bundle for parts of zod that nothing here uses and that its own index keeps in; see wrangler.toml. Whatever that index
// names has to be here.
function leftOut(): never {
  throw new Error('left out of the bundle')
}

export {
  leftOut as compile,
  leftOut as compileFn,
  leftOut as fromJSONSchema,
  leftOut as INVALID,
  leftOut as withParser,
  leftOut as ZodCompileAsyncError,
  leftOut as ZodCompileUnsupportedError,
}
