import { limits } from '../../contract/limits.ts'
import { SubmissionKey } from '../../contract/response.ts'
import type { Form } from '../../domain/hosted-form.ts'
import { readBytes } from '../../middleware/body.ts'
import type { Refusal } from '../../middleware/problem.ts'

/** A page's form as it came back. */
export interface SentForm {
  submission: string
  version: number
  /** Ids of the questions that stood on the page. */
  asked: string[]
  go: 'on' | 'back' | 'erase'
  fields: Form
}

export type FormResult = ({ ok: true } & SentForm) | { ok: false; refusal: Refusal }

const refuse = (status: Refusal['status'], detail: string): FormResult => ({ ok: false, refusal: { status, detail } })

/** Reads a form from strangers: urlencoded, at most 64 KiB counted while reading, valid UTF-8, and one of ours. */
export async function readForm(request: Request): Promise<FormResult> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return refuse(415, 'send a form')
  if (request.headers.has('Content-Encoding')) return refuse(415, 'send the body without a Content-Encoding')
  const bytes = await readBytes(request, limits.bodyBytes)
  if (bytes === 'too-large') return refuse(413, `at most ${limits.bodyBytes} bytes`)
  if (bytes === 'incomplete') return refuse(408, 'the body did not arrive in time')
  const fields = new URLSearchParams(new TextDecoder().decode(bytes))
  const submission = SubmissionKey.safeParse(fields.get('submission'))
  const version = fields.get('version') ?? ''
  if (!submission.success || !/^[1-9]\d{0,6}$/.test(version) || [...fields].some(([, value]) => value.includes('\uFFFD')))
    return refuse(400, 'this is not the form of a survey')
  const go = fields.get('go')
  return {
    ok: true,
    submission: submission.data,
    version: Number(version),
    asked: fields.getAll('asked').slice(0, limits.questions),
    go: go === 'back' || go === 'erase' ? go : 'on',
    fields,
  }
}
