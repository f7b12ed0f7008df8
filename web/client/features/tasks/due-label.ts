/** How soon something is due, by the calendar of whoever looks. */
export interface DueLabel {
  text: string;
  late: boolean;
}

const dayMs = 86_400_000;
const near = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const far = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const farther = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `due` and `today` are days such as `2026-03-13`. */
export function dueLabel(due: string, today: string): DueLabel {
  const [at, now] = [Date.parse(due), Date.parse(today)];
  const days = Math.round((at - now) / dayMs);
  const late = days < 0;
  if (days === 0) return { text: 'Due today', late };
  if (days === 1) return { text: 'Due tomorrow', late };
  if (days === -1) return { text: 'Was due yesterday', late };
  if (days > 1 && days < 7) return { text: `Due on ${near.format(at)}`, late };
  const format = due.slice(0, 4) === today.slice(0, 4) ? far : farther;
  return { text: `${late ? 'Was due' : 'Due'} ${format.format(at)}`, late };
}

/** The day that the clock on the wall shows. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
