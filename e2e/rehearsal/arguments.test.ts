import { describe, expect, it } from 'vitest';
import { parseRehearsalArguments } from './arguments.ts';

const defaults = {
  folder: 'kickoff',
  jsonFile: null,
  url: null,
  persona: 'Nova',
  approval: 'approve',
  now: null,
  timeZone: null,
};

describe(parseRehearsalArguments, () => {
  it('reads a folder and options in any order', () => {
    expect(parseRehearsalArguments(['--json', 'out.json', 'kickoff', '--url=http://127.0.0.1:3000'])).toEqual(
      { ...defaults, jsonFile: 'out.json', url: 'http://127.0.0.1:3000' },
    );
    expect(parseRehearsalArguments(['kickoff'])).toEqual(defaults);
  });

  it('reads who answers, what happens to proposals, and the clock of the meeting', () => {
    const args = ['kickoff', '--persona', 'Sage Jr', '--approval', 'wrong-person'];
    const clock = ['--now', '2026-03-03T09:00:00+01:00', '--time-zone', 'Europe/Berlin'];
    expect(parseRehearsalArguments([...args, ...clock])).toEqual({
      ...defaults,
      persona: 'Sage Jr',
      approval: 'wrong-person',
      now: '2026-03-03T09:00:00+01:00',
      timeZone: 'Europe/Berlin',
    });
  });

  it.each([
    [[], 'Name one folder'],
    [['a', 'b'], 'Name one folder'],
    [['a', '--fast'], '--fast'],
    [['a', '--url', '127.0.0.1:3000'], 'not an address'],
    [['a', '--json'], 'json'],
    [['a', '--persona', ' '], 'needs a name'],
    [['a', '--approval', 'maybe'], 'none of approve, edit, reject, none, reload, wrong-person'],
    [['a', '--now', 'tomorrow'], 'not a moment with an offset'],
    [['a', '--now', '2026-03-03T09:00:00'], 'not a moment with an offset'],
    [
      ['a', '--now', '2026-03-03T09:00:00Z', '--url', 'http://127.0.0.1:1'],
      'a running one (--url) has its own',
    ],
    [['a', '--time-zone', 'Mars/Olympus'], 'not a time zone'],
  ])('refuses %j', (args, message) => {
    expect(() => parseRehearsalArguments(args)).toThrow(message);
  });
});
