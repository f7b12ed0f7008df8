import { DateTime } from 'luxon';

/** ISO 8601 with the offset of the zone at that moment, to the second; UTC where the zone is not known. */
export function isoIn(atMs: number, timeZone: string): string {
  const local = DateTime.fromMillis(atMs, { zone: timeZone });
  const at = local.isValid ? local : DateTime.fromMillis(atMs, { zone: 'utc' });
  return at.startOf('second').toISO({ suppressMilliseconds: true }) ?? '';
}
