import type { SendResponse } from '../../contract/response.ts'
import type { Definition } from '../../contract/survey.ts'
import { missingRequired, type ReadStep, readAnswers, requiredDetail } from '../../domain/answers.ts'
import type { Answers } from '../../domain/branching.ts'
import { commentQuestion, type Fault } from '../../domain/definition.ts'
import { strayTexts, withoutStrays } from '../../domain/other.ts'
import { hasBranches, onPath } from '../../domain/path.ts'
import { sha256 } from '../../domain/secrets.ts'
import { answeredBefore, type Before } from '../../store/before.ts'
import type { Db } from '../../store/db.ts'

export type StepResult = ({ ok: true; offPath: boolean } & ReadStep) | { ok: false; faults: Fault[] }

const nothing: Before = { erased: false, seq: 0, complete: false, score: null, comment: '', closed: {}, texts: {}, contacts: [] }

/**
 * One step as it is to be stored, by the version it names. What earlier steps said is asked for only where it decides: on
 * branches, on a text for `other` without the choice, and when a completing step lacks a required answer.
 */
export async function readStep(db: Db, site: string, send: SendResponse, definition: Definition): Promise<StepResult> {
  const { submission, answers: sent, complete } = send
  const { questions } = definition
  let before: Before | undefined
  const earlier = async () => (before ??= await answeredBefore(db, site, submission, await sha256(submission)))
  // A first step continues nothing: should something be there already, it is newer, and this step isn't stored.
  const said = async () => saidBefore(definition, send.seq === 1 ? nothing : await earlier())

  const given = strayTexts(questions, sent).length > 0 ? withoutStrays(questions, sent, await said()) : sent
  const branched = hasBranches(questions) ? onPath(definition, given, await said()) : { path: questions, given, dropped: false }
  const read = readAnswers(definition, branched.given, branched.path)
  if (!read.ok) return read
  const missing = complete ? missingRequired(branched.path, read) : []
  const faults = missing.length > 0 ? stillMissing(missing, definition, await earlier()) : []
  return faults.length > 0 ? { ok: false, faults } : { ...read, offPath: branched.dropped }
}

/** Earlier answers as they were sent, as far as branches can ask for them. */
export function saidBefore({ questions }: Definition, { score, comment, closed, texts }: Before): Answers {
  const commentId = commentQuestion(questions)
  return {
    ...closed,
    ...texts,
    ...(score !== null && { score }),
    ...(commentId && comment !== '' && { [commentId]: comment }),
  }
}

/** Required questions that neither this completing step nor an earlier one answered. */
function stillMissing(missing: string[], { questions }: Definition, before: Before): Fault[] {
  // Being erased comes before everything else, and saving it will say so.
  if (before.erased) return []
  const answered = new Set([...Object.keys(before.closed), ...Object.keys(before.texts), ...before.contacts])
  const commentId = commentQuestion(questions)
  if (commentId && before.comment !== '') answered.add(commentId)
  return missing.filter((id) => !answered.has(id)).map((id) => ({ pointer: `/answers/${id}`, detail: requiredDetail }))
}
