import { type CalendarAddress, calendarAddressSchema } from '../../../../lib/planning.ts';
import { callApi } from './call-api.ts';

export function getCalendarAddress(signal?: AbortSignal): Promise<CalendarAddress> {
  return callApi('/api/calendar', calendarAddressSchema, { signal });
}

export function renewCalendarAddress(): Promise<CalendarAddress> {
  return callApi('/api/calendar/renew', calendarAddressSchema, { method: 'POST' });
}
