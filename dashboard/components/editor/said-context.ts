import { createContext } from 'preact'
import type { Faults } from '../../models/editor/saver.ts'

/** What is wrong or doubtful with what stands in fields, each of which shows its own. */
export interface Said {
  faults: Faults
  warnings: Faults
  /** Called as a field is left. */
  left: () => void
}

export const SaidContext = createContext<Said>({ faults: [], warnings: [], left() {} })
