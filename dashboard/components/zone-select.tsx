import { zoneName, zonesWith } from '../models/zones.ts'

interface Props {
  id: string
  name: string
  /** The zone that stands there at first. */
  zone: string
  disabled?: boolean
  describedBy?: string
  onChange?: (zone: string) => void
}

/** All time zones by name. */
export function ZoneSelect({ id, name, zone, disabled, describedBy, onChange }: Props) {
  return (
    <select
      id={id}
      name={name}
      defaultValue={zone}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    >
      {zonesWith(zone).map((each) => (
        <option key={each} value={each} selected={each === zone}>
          {zoneName(each)}
        </option>
      ))}
    </select>
  )
}
