import { useEditing } from '../context.ts'
import { AskedOf } from './asked-of.tsx'
import { OftenRoom } from './often-room.tsx'
import { WhenRoom } from './when-room.tsx'
import { WhereRoom } from './where-room.tsx'
import { WhoRoom } from './who-room.tsx'

/** Who is asked, when and where: the common things first, the rarer ones added by who needs them. */
export function WhenPart() {
  const { draft } = useEditing()
  return (
    <>
      <AskedOf draft={draft} />
      <WhereRoom />
      <WhenRoom />
      <WhoRoom />
      <OftenRoom />
    </>
  )
}
