// Stands in the bundle for the maker of the OpenAPI document, which the build has made already (scripts/build-openapi.ts): routes
// register themselves, and nobody keeps it.
export class OpenAPIRegistry {
  readonly definitions = []
  registerPath(): void {}
}
export function extendZodWithOpenApi(): void {}
function leftOut(): never {
  throw new Error('left out of the bundle')
}

export { leftOut as getOpenApiMetadata, leftOut as OpenApiGeneratorV3, leftOut as OpenApiGeneratorV31 }
