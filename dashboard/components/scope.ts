import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Scope } from '../models/meaning.ts'

/** Which answers everything drawn beneath is about. */
export const ScopeContext = createContext<Scope>({
  ...{ metric: 'none', scale: null, timeZone: 'UTC', segments: {} },
  ...{ from: '1970-01-01', to: '1970-01-01' },
})

export const useScope = () => useContext(ScopeContext)
