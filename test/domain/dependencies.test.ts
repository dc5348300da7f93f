import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { npmCommand } from '../../scripts/lib/install.mjs'
import { run } from '../../scripts/lib/run.ts'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>

describe('what Earshot is made of', () => {
  const { dependencies = {}, devDependencies = {} } = read('package.json')

  it('is pinned to one version each, by its checksum', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    const packages = Object.entries(read('package-lock.json').packages ?? {}).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(50)
    for (const [path, about] of packages) expect(about, path).toMatchObject({ integrity: expect.stringMatching(/^sha512-/) })
  })

  it('is listed by the command of docs/operations.md', async () => {
    const npm = npmCommand()
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
    const { output } = await run(npm.program, [...npm.args, ...args], { env: { NODE_ENV: '' } })
    const { components } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as {
      components: { name: string; version: string }[]
    }
    expect(components).toEqual(
      expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => expect.objectContaining({ name, version }))),
    )
  }, 60_000)
})
