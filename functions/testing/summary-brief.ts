import type { SummaryBrief } from '../../lib/summary-brief.ts';

/** One line is to be summarised. */
export const brief: SummaryBrief = {
  v: 1,
  request: 'summary',
  meetingTitle: 'Kick-off',
  startedAt: '2026-03-03T10:00:00+01:00',
  timeZone: 'Europe/Berlin',
  language: 'en',
  people: ['Ana'],
  persona: 'Nova',
  template: 'general',
  instructions: '',
  part: null,
};
export const line = { epoch: 1, seq: 1, atMs: 0, speaker: 'Ana', text: 'I will send it.' };
