/** The secret of a link in a mail. It stands behind `#`, which browsers send to nobody. */
export function readLinkToken(hash: string): string | null {
  return /^#?([\w-]{20,100})$/.exec(hash)?.[1] ?? null;
}

/** The zone of this device, by its IANA name. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
