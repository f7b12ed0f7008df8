import { describe, expect, it } from 'vitest';
import { keepUnrecorded } from './keep-unrecorded.ts';

const keep = (live: string, recorded: string, cut: { start?: boolean; end?: boolean }) =>
  keepUnrecorded(live.split(' '), recorded.split(' ').filter(Boolean), {
    start: false,
    end: false,
    ...cut,
  }).join(' ');

describe(keepUnrecorded, () => {
  const live = 'So it is decided, the lunch moves to March.';

  it('takes the recording alone where all was recorded', () => {
    expect(keep(live, 'The launch moves to March.', {})).toBe('The launch moves to March.');
  });

  it('keeps what was said before the recording began, and its better words behind that', () => {
    expect(keep(live, 'The launch moves to March.', { start: true })).toBe(
      'So it is decided, the launch moves to March.',
    );
    expect(keep(live, 'cided, the launch moves to March.', { start: true })).toBe(
      'So it is decided, the launch moves to March.',
    );
  });

  it('keeps what was said after the recording was over', () => {
    expect(keep(live, 'So it is decided, the launch mo', { end: true })).toBe(
      'So it is decided, the lunch moves to March.',
    );
    expect(keep(live, 'So it was decided, the launch moves', { end: true })).toBe(
      'So it was decided, the launch moves to March.',
    );
  });

  it('adds nothing where the recording has the first word', () => {
    expect(keep(live, 'So it is decided: the launch moves to March.', { start: true })).toBe(
      'So it is decided: the launch moves to March.',
    );
  });

  it('keeps all of the live words when the recording has a fragment only', () => {
    expect(keep(live, 'ch.', { start: true })).toBe(live);
    expect(keep(live, '', { start: true })).toBe(live);
  });
});
