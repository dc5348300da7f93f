// Stands in the bundle for zod's index of languages; see wrangler.toml.
export {}
