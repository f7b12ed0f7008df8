import { describe, expect, test, vi } from 'vitest';
import { claimMeeting } from './claim-meeting.ts';

describe(claimMeeting, () => {
  test('ends the older tab of the same meeting, and no other', async () => {
    const taken: string[] = [];
    const open = (tab: string, meetingId: string) =>
      claimMeeting({ meetingId, onTaken: () => taken.push(tab) });
    const stops = [open('older', 'mtg_1'), open('other meeting', 'mtg_2'), open('newer', 'mtg_1')];
    await vi.waitFor(() => expect(taken).toEqual(['older']));
    stops[0]?.();
    stops.push(open('newest', 'mtg_1'));
    await vi.waitFor(() => expect(taken).toEqual(['older', 'newer']));
    for (const stop of stops) stop();
  });
});
