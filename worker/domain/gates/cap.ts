import type { Gate } from './gate.ts'

/** Baked into a loader while a survey has been shown as often as it may be; the server looks again at the last gate. */
const cap: Gate<string> = (reason) => [{ gate: 'cap', passed: false, reason }]
export default cap
