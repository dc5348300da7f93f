import { expect } from 'vitest'
import type { Feed, ResponseItem } from '../../../worker/contract/response.ts'
import type { Tag, Tags } from '../../../worker/contract/tags.ts'
import { settled } from '../../support/demo.ts'
import type { Reader } from '../report/ground.ts'

/** What a test of tags asks the API for behind the page's back, and where it looks on the page. */
export function tagger(reader: Reader) {
  const get = async <Answer>(path: string) => (await (await reader.page.request.get(reader.demo.url + path)).json()) as Answer
  async function send<Answer>(method: string, path: string, data?: object): Promise<Answer> {
    const sent = await reader.page.request.fetch(reader.demo.url + path, { method, data, headers: { Origin: reader.demo.url } })
    expect(sent.ok(), `${method} ${path}: ${sent.status()}`).toBe(true)
    return (await sent.json().catch(() => undefined)) as Answer
  }
  return {
    tags: async () => (await get<Tags>('/api/v1/tags')).tags,
    make: (name: string, words: string[] = []) =>
      send<Tag>('POST', '/api/v1/tags', { name, rules: words.length > 0 ? [{ any: words }] : [] }),
    put: (responses: string[], name: string) => send('POST', '/api/v1/responses/tags', { responses, add: [name] }),
    response: (id: string) => get<ResponseItem>(`/api/v1/responses/${id}`),
    /** The newest comments of the survey that is open. */
    newest: async () =>
      (await get<Feed>(`/api/v1/responses?commented=1&limit=20&survey=${new URL(reader.page.url()).pathname.split('/')[2]}`))
        .items,
    retagged: () => expect.poll(async () => (await get<Tags>('/api/v1/tags')).retagging.state, { timeout: 30_000 }).toBe('idle'),
    /** Reads the screen again, as it is by now. */
    reload: async () => {
      await reader.page.reload()
      await settled(reader.page)
    },
    press: async (...keys: string[]) => {
      for (const key of keys) await reader.page.keyboard.press(key)
    },
    article: (at: number) => reader.page.locator('article.verbatim').nth(at),
    chip: (at: number, name: string) =>
      reader.page.locator('article.verbatim').nth(at).locator('.tag-chip').getByText(name, { exact: true }),
    picker: () => reader.page.getByRole('dialog', { name: /^Tag / }),
    /** Once it is open and has the site's tags, which may come after the comments. */
    opened: () => reader.page.getByRole('listbox', { name: 'Tags' }).getByRole('option').first().waitFor(),
    /** Of the picker; those of the page's own lists are none. */
    options: () => reader.page.getByRole('listbox', { name: 'Tags' }).getByRole('option'),
    option: (name: string | RegExp) => reader.page.getByRole('listbox', { name: 'Tags' }).getByRole('option', { name }),
  }
}
