import type { InboxPreview } from '../../../worker/contract/case.ts'
import { number } from '../../models/wording.ts'

/** "would have taken 14 of 212 responses in the last 30 days." */
export const previewWords = ({ matched, of, shortened }: InboxPreview) =>
  `would have taken ${number(matched)} of ${shortened ? 'the newest ' : ''}${number(of)} responses in the last 30 days.`
