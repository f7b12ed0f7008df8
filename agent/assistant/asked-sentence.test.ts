import { describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { askedSentence } from './asked-sentence.ts';
import { approvalOf } from './testing/approval-of.ts';

describe(askedSentence, () => {
  it('says what it is about and when, by the clock of the meeting', () => {
    const approval = approvalOf({
      tool: 'scheduleMeeting',
      arguments: {
        title: 'Follow-up',
        startsAt: '2026-03-10T10:00:00+01:00',
        durationMinutes: 30,
        attendees: ['Ben'],
      },
    });
    expect(askedSentence(approval)).toBe(
      'Schedule a meeting: Follow-up, Tuesday 10 March at 10:00. Please approve it on your screen.',
    );
  });

  it('says who was asked when it is somebody else', () => {
    const approval = approvalOf({
      tool: 'createTask',
      arguments: { text: 'Send the report.', owner: 'Chloe', due: '2026-03-06' },
      askedBy: { id: createId('par'), name: 'Ben' },
    });
    expect(askedSentence(approval)).toBe(
      'Add a task: Send the report, Chloe, Friday 6 March. I have asked Ana Ruiz to approve it.',
    );
  });

  it('leaves out what is not there, and what is too long to listen to', () => {
    const mail = approvalOf({
      tool: 'sendFollowUpMail',
      arguments: { to: [], subject: 'Notes', body: 'x'.repeat(5_000) },
    });
    expect(askedSentence(mail)).toBe('Send a mail: Notes. Please approve it on your screen.');
    expect(askedSentence(approvalOf({ tool: 'endMeeting', arguments: {} }))).toBe(
      'End the meeting for everyone. Please approve it on your screen.',
    );
    expect(askedSentence(approvalOf({ tool: 'removed' }))).toBe('Please approve it on your screen.');
  });
});
