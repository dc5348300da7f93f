/** As much of JSON Schema as the document uses. */
export interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  description?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** A schema as a type is written in TypeScript, indented; bounds behind it as a comment. */
export function typeWords(schema: Schema, indent = ''): string {
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map((one) => typeWords(one, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => typeWords(one, indent)).join(' & ')
  const types = [schema.type ?? []].flat()
  if (types.length === 0) return 'unknown'
  return types.map((type) => oneType(type, schema, indent)).join(' | ')
}

function oneType(type: string, schema: Schema, indent: string): string {
  if (type === 'object') return objectWords(schema, indent)
  if (type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map((one) => typeWords(one, indent)).join(', ')}]`
    const of = schema.items ? typeWords(schema.items, indent) : 'unknown'
    return /[|&]/.test(of) && !of.startsWith('{') ? `(${of})[]` : `${of}[]`
  }
  return type
}

function objectWords({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const deeper = `${indent}  `
  const lines = Object.entries(properties).map(([name, inner]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)
    return `${deeper}${key}${required.includes(name) ? '' : '?'}: ${typeWords(inner, deeper)}${bounds(inner)}`
  })
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    lines.push(`${deeper}[name]: ${typeWords(additionalProperties, deeper)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

/** What a value keeps to, behind its type. */
export function bounds({ format, minimum, maximum, minLength, maxLength, description }: Schema): string {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `at least ${minimum}` : ''
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `at most ${maximum}` : ''
  const long = maxLength === undefined ? '' : `${minLength ?? 0} to ${maxLength} characters`
  const said = [description, format, least, most, long].filter(Boolean).join(', ')
  return said ? `  // ${said}` : ''
}
