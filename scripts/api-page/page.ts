import { bounds, type Schema, typeWords } from './type-words.ts'

type Content = Record<string, { schema?: Schema }>

interface Operation {
  operationId: string
  tags: string[]
  summary?: string
  description?: string
  'x-role'?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

export interface Document {
  info: { title: string; description?: string }
  tags: { name: string; description?: string }[]
  paths: Record<string, Record<string, Operation>>
}

const refusal = 'application/problem+json'

/** The OpenAPI document as a page to read: by resource, each operation a line that opens. It needs no script and nothing of anybody else. */
export function apiPage({ info, tags, paths }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The API · Earshot</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>The API</h1>
<p class="lede">${text(info.description ?? '')}</p>
<p class="lede">Refusals are <code>${refusal}</code>, by RFC 9457; <code>errors</code> point at what to mend.</p>
<p class="small"><a href="/api/openapi.json">openapi.json</a> says the same to programs, by OpenAPI 3.1. <a href="/settings#api-keys">Keys are made in the settings.</a></p>
</header>
<nav aria-label="Resources"><ul>
${tags.map(({ name }) => `<li><a href="#${name}">${text(name)}</a> <span class="soft">${of(name).length}</span></li>`).join('\n')}
</ul></nav>
<main>
${tags.map((tag) => section(tag, of(tag.name).map(operationWords).join('\n'))).join('\n')}
</main>
</body>
</html>
`
}

const section = ({ name, description }: Document['tags'][number], inner: string) =>
  `<section aria-labelledby="${name}"><h2 id="${name}">${text(name)}</h2>
<p class="soft">${text(description ?? '')}.</p>
${inner}
</section>`

function operationWords({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary = '', description, parameters = [], requestBody, responses } = operation
  const role = operation['x-role']
  // How refusals look is said once, at the top.
  const answers = Object.entries(responses).filter(([, { content }]) => !content?.[refusal])
  return `<details id="${operationId}"><summary><span class="method ${method.toLowerCase()}">${method}</span> <code>${text(path).replaceAll('/', '/<wbr>')}</code> <span class="sum">${text(summary)}</span></summary>
<div>
${description ? `<p>${text(description)}</p>` : ''}
${role ? `<p class="small soft">${roleWords[role] ?? `For members with the role ${role}, or a key with as much.`}</p>` : ''}
${parameters.length > 0 ? `<h3>Parameters</h3><dl>${parameters.map(parameterWords).join('')}</dl>` : ''}
${requestBody ? `<h3>Body</h3>${contentWords(requestBody.content)}` : ''}
${answers.map(([status, answer]) => `<h3><span class="num">${status}</span> ${text(answer.description)}</h3>${contentWords(answer.content ?? {})}`).join('\n')}
</div></details>`
}

const roleWords: Record<string, string> = {
  open: 'Open to anybody.',
  'signed-in': 'For whoever is signed in.',
}

const parameterWords = ({ name, in: place, required, schema = {}, description }: NonNullable<Operation['parameters']>[number]) =>
  `<dt><code>${text(name)}</code> <span class="soft small">${place}${required ? ', required' : ''}</span></dt><dd><code>${text(
    typeWords(schema) + bounds({ ...schema, description: description ?? schema.description }),
  )}</code></dd>`

/** Bodies of the same shape stand once, under all of their types. */
function contentWords(content: Content): string {
  const byShape = Map.groupBy(Object.entries(content), ([, { schema }]) => (schema ? typeWords(schema) : ''))
  return [...byShape]
    .map(
      ([shape, types]) =>
        `<p class="small soft">${types.map(([type]) => text(type)).join(', ')}</p>${/^(string)?$/.test(shape) ? '' : `<pre tabindex="0"><code>${text(shape)}</code></pre>`}`,
    )
    .join('')
}

/** Safe within elements and attributes; \`code\` is set as such. */
const text = (words: string) =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
