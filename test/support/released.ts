import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/install.mjs'

/** What one released version of the widget sends and reads, as a browser showed it: `test/released/VERSION.json`. */
export interface Release {
  version: string
  stories: RecordedStory[]
}

export interface RecordedStory {
  name: string
  /** As `POST /api/v1/surveys` takes it. */
  survey: object
  /** In an order in which they may arrive. */
  requests: Sent[]
  /** What lay in localStorage for the next page to send. */
  waiting: { path: string; body: Json }[]
  /** What was read of the survey's content: its type by path, of words that choose between ways the word itself. */
  reads: Record<string, string>
  /** What is stored in the end; nothing where it was dismissed or deleted. */
  stored: { answers: object; complete: boolean } | null
  displays: Displays
}

export interface Sent {
  path: string
  body: Json
  status: number
}
export type Json = Record<string, unknown>
export type Displays = Record<'shown' | 'started' | 'dismissed', number>

const folder = join(root, 'test/released')

export const releases: Release[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))

export const presentVersion: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

export function writeRelease(release: Release): void {
  writeFileSync(join(folder, `${release.version}.json`), `${JSON.stringify(release, null, 2)}\n`)
}

/** Where a browser's page ran, and for what. */
interface Place {
  site: string
  survey: string
  shop: string
}

/** What differs from one playing to the next, by a word of its own. Times become how long before the sending they were. */
export function neutral(text: string, { site, survey, shop }: Place): string {
  const keys = new Map<string, string>()
  return text
    .replaceAll(site, 'SITE')
    .replaceAll(survey, 'SURVEY')
    .replaceAll(shop, 'SHOP')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (key) => {
      if (!keys.has(key)) keys.set(key, `KEY${keys.size}`)
      return keys.get(key) ?? ''
    })
    .replace(/"(answeredAt|sentAt)":\d+/g, '"$1":"NOW"')
}

/** The same as a version would send it now, from another place. `keys` are this story's own. */
export function actual(body: Json, { site, survey, shop }: Place, keys: Map<string, string>): string {
  return JSON.stringify(body)
    .replaceAll('SITE', site)
    .replaceAll('SURVEY', survey)
    .replaceAll('SHOP', shop)
    .replace(/KEY\d+/g, (name) => {
      if (!keys.has(name)) keys.set(name, crypto.randomUUID().replace(/^(.{14})./, '$17'))
      return keys.get(name) ?? ''
    })
    .replaceAll('"NOW"', `${Date.now()}`)
}

/** Words that choose between ways: another one is as bad as none. */
const choosing = ['type', 'style', 'shape', 'corner', 'theme', 'dir', 'channel']

/** How a value is written down that was read at this path. */
export function readAs(path: string, value: unknown): string {
  const type = Array.isArray(value) ? 'array' : typeof value
  return choosing.includes(path.split('.').at(-1) ?? '') ? `${type} ${value}` : type
}

/** What a document doesn't have of what was read, or has as something else. */
export function missedIn(content: unknown, reads: RecordedStory['reads']): string[] {
  const at = (path: string) => path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], content)
  return Object.entries(reads)
    .filter(([path, type]) => readAs(path, at(path)) !== type)
    .map(([path]) => path)
}
