import type { MeetingKeep } from '../../../../lib/retention.ts';

const days = [7, 30, 90, 180, 365, 730];

/** `30 days`, `1 year`. */
export function describeDays(count: number): string {
  const years = count / 365;
  if (Number.isInteger(years)) return years === 1 ? '1 year' : `${years} years`;
  return count === 1 ? '1 day' : `${count} days`;
}

/** Days to choose from, and the one that is chosen. */
export function dayOptions(chosen: number | null): { value: string; label: string }[] {
  const all = chosen === null || days.includes(chosen) ? days : [...days, chosen].toSorted((a, b) => a - b);
  return all.map((count) => ({ value: String(count), label: describeDays(count) }));
}

export function readKeep(value: string): MeetingKeep {
  return value === 'workspace' || value === 'forever' ? value : Number(value);
}
