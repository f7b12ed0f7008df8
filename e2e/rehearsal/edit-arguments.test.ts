import { describe, expect, it } from 'vitest';
import { effectTools } from '../../lib/tools/registry.ts';
import { editArguments } from './edit-arguments.ts';

describe(editArguments, () => {
  it('makes a meeting longer and leaves time and people alone', () => {
    const args = {
      title: 'Follow-up',
      startsAt: '2026-03-10T10:00:00Z',
      durationMinutes: 30,
      attendees: ['Ben'],
    };
    const edited = { ...args, durationMinutes: 45 };
    expect(editArguments('scheduleMeeting', args)).toEqual(edited);
    expect(effectTools.find(({ name }) => name === 'scheduleMeeting')?.arguments.parse(edited)).toEqual(
      edited,
    );
  });

  it('adds to the words of anything else', () => {
    expect(editArguments('createTask', { text: 'Send it', owner: null, due: null })).toEqual({
      text: 'Send it (checked)',
      owner: null,
      due: null,
    });
  });

  it('has nothing to change where there are no fields', () => {
    expect(editArguments('endMeeting', {})).toBeNull();
    expect(editArguments('wipeEverything', { text: 'all' })).toBeNull();
  });
});
