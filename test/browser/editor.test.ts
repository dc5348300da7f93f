import { expect, test } from 'vitest'
import { asking } from './editor/asking.ts'
import { drafting } from './editor/drafting.ts'
import { useEditor } from './editor/ground.ts'
import { looks } from './editor/looks.ts'
import { phone } from './editor/phone.ts'
import { saving } from './editor/saving.ts'

// One survey, on which each part goes on from the one before.
const editor = useEditor()

drafting(editor)
saving(editor)
looks(editor)
asking(editor)
phone(editor)

test('nothing of the previews was sent or counted, and no screen complained', async () => {
  expect(editor.sent).toEqual([])
  const report = await (await editor.page.request.get(`/api/v1/surveys/${editor.id()}/report`)).json()
  expect(report).toMatchObject({ total: { n: 0 }, displays: { shown: 0, started: 0, dismissed: 0, responses: 0 } })
  expect(editor.demo.complaints).toEqual([])
})
