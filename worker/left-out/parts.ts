// Stands in the bundle for parts of libraries that nothing here uses and that the libraries keep in; see wrangler.toml. Whatever they
// import of them has to be here.
function leftOut(): never {
  throw new Error('left out of the bundle')
}

export {
  leftOut as createStandardJSONSchemaMethod,
  leftOut as createToJSONSchemaMethod,
  leftOut as MergeQueryBuilder,
  leftOut as SchemaModule,
  leftOut as SqliteIntrospector,
  leftOut as toJSONSchema,
  leftOut as WithSchemaPlugin,
}
