import { describe, expect, it } from 'vitest';
import { parseRehearsalArguments } from './arguments.ts';

describe(parseRehearsalArguments, () => {
  it('reads a folder and options in any order', () => {
    expect(parseRehearsalArguments(['--json', 'out.json', 'kickoff', '--url=http://127.0.0.1:3000'])).toEqual(
      {
        folder: 'kickoff',
        jsonFile: 'out.json',
        url: 'http://127.0.0.1:3000',
      },
    );
    expect(parseRehearsalArguments(['kickoff'])).toEqual({ folder: 'kickoff', jsonFile: null, url: null });
  });

  it.each([
    [[], 'Name one folder'],
    [['a', 'b'], 'Name one folder'],
    [['a', '--fast'], '--fast'],
    [['a', '--url', '127.0.0.1:3000'], 'not an address'],
    [['a', '--json'], 'json'],
  ])('refuses %j', (args, message) => {
    expect(() => parseRehearsalArguments(args)).toThrow(message);
  });
});
