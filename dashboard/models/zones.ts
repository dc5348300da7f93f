/** Every zone a site may count its days in; `own` among them by the name it goes by, which the browser's list may not hold. */
export function zonesWith(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes(own) ? zones : [own, ...zones]
}

/** "America/New York" */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ')
