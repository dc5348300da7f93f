import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../worker/domain/locale.ts'
import type { Standards } from '../../worker/domain/wordings.ts'
import { root } from './install.mjs'

const folder = join(root, 'worker/locales')

/** Every language there is, by the name of its file. */
export async function readLocales(): Promise<[name: string, locale: Locale][]> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  return await Promise.all(names.map(async (name): Promise<[string, Locale]> => [name, await readLocale(name)]))
}

async function readLocale(name: string): Promise<Locale> {
  const { default: locale }: { default: Locale } = await import(join(folder, `${name}.ts`))
  return locale
}

/** The standard wordings as the worker reads them. */
export async function readStandards(): Promise<Standards> {
  return Object.fromEntries((await readLocales()).map(([name, { standard }]) => [name, standard]))
}
