import { llm } from '@livekit/agents';
import { isoIn } from '../../lib/iso-in.ts';

/** `nowMs`: Unix time in milliseconds, by the clock that dates are counted from. */
export function tellTime(nowMs: () => number, timeZone: string) {
  return llm.tool({
    name: 'tellTime',
    description: 'The date and time now, in the time zone of the meeting.',
    execute: async () => ({ now: isoIn(nowMs(), timeZone), timeZone }),
  });
}
