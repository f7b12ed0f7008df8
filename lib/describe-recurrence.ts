import type { Recurrence } from './planning.ts';

const units = { daily: 'day', weekdays: 'weekday', weekly: 'week', monthly: 'month' } as const;

/** In words: `Every 2 weeks, 10 times`. */
export function describeRecurrence({ frequency, interval, end }: Recurrence): string {
  const unit = units[frequency];
  const every = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  if (end.type === 'count') return `${every}, ${end.count} times`;
  if (end.type === 'until') return `${every} until ${end.date}`;
  return every;
}
