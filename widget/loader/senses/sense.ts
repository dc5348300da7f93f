import type { LoaderConfig } from '../../../worker/contract/widget.ts'
import type { TriggerType } from '../../../worker/domain/gates/bake.ts'
import type { Page } from '../../../worker/domain/gates/gate.ts'
import type { PageContext } from '../../seam.ts'

/** What the page said and what was felt of it: gates look at both. */
export type Felt = PageContext & Partial<Omit<Page, 'traits' | 'touchpoint'>>

/** Watches for one trigger until the signal; `rest` is what its name says after the type. */
export type Trigger = (rest: string, fire: () => void, signal: AbortSignal) => void

/**
 * Learns something of the page and its visitor, in loaders alone whose surveys ask for it, once, with consent, on a page that is seen.
 * `look` weighs the gates anew.
 */
export type Sense = (felt: Felt, look: () => void, config: LoaderConfig, triggers: Record<TriggerType, Trigger>) => void
