type Rule = [pattern: RegExp, headers: [name: string, value: string][]]

/** Reads a `_headers` file of static files; answers which headers a path gets. */
export function assetHeaders(file: string): (path: string) => Record<string, string> {
  const rules: Rule[] = []
  for (const line of file.split('\n').filter((text) => text.trim())) {
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line)
    if (header) rules.at(-1)?.[1].push([header[1] ?? '', header[2] ?? ''])
    else rules.push([patternOf(line.trim()), []])
  }
  return (path) => Object.fromEntries(rules.flatMap(([pattern, headers]) => (pattern.test(path) ? headers : [])))
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?$()[\]{}|^\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}
