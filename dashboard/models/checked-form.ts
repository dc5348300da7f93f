import { useState } from 'preact/hooks'
import { useAction } from './action.ts'

interface Checks<Faults> {
  /** What can be seen to be wrong before anybody is asked. */
  faultsOf: (fields: Record<string, string>) => Faults
  /** What a refusal says of single fields. */
  refusedFields: (error: unknown) => Faults
}

/** A form that says at its fields what is wrong with them, before it is sent and after it was refused. */
export function useCheckedForm<Faults extends object>(
  { faultsOf, refusedFields }: Checks<Faults>,
  send: (fields: Record<string, string>) => Promise<void>,
) {
  const [faults, setFaults] = useState<Partial<Faults>>({})
  const { busy, error, sends } = useAction()
  const tell = (found: Faults) => {
    setFaults(found)
    if (Object.keys(found).length > 0) throw new Error('Something above is still to be mended.')
  }
  const submit = sends(async (fields) => {
    tell(faultsOf(fields))
    try {
      await send(fields)
    } catch (refused) {
      tell(refusedFields(refused))
      throw refused
    }
  })
  return { faults, busy, error, submit }
}
