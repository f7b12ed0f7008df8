import { describe, expect, test } from 'vitest';
import type { MeetingSummary } from '../../../../lib/planning.ts';
import { commandsForWords, type PageControls, pageCommands } from './page-commands.ts';

function build(account: PageControls['account'], firstRun = false) {
  const done: unknown[][] = [];
  const note =
    (what: string) =>
    (...more: unknown[]) =>
      void done.push([what, ...more]);
  const page: PageControls = {
    account,
    firstRun,
    go: note('go'),
    start: note('start'),
    join: note('join'),
    open: note('open'),
    search: note('search'),
  };
  return { page, done };
}
const owner = { role: 'owner' } as const;
const member = { role: 'member' } as const;
const idsFor = (account: PageControls['account'], firstRun?: boolean) =>
  pageCommands(build(account, firstRun).page).map(({ id }) => id);

describe(pageCommands, () => {
  test('leads an owner to everything, and others to what is theirs', () => {
    const everyone = ['start', '/plan', '/', '/tasks', '/search', '/personas', '/profile'];
    expect(idsFor(owner)).toEqual([...everyone, '/workspace', '/outbox', '/webhooks']);
    expect(idsFor(member)).toEqual(everyone);
  });

  test('leads those without an account to one', () => {
    expect(idsFor(null)).toEqual(['/', '/sign-in']);
    expect(idsFor(null, true)).toEqual(['start', '/', '/welcome']);
  });

  test('goes there', () => {
    const { page, done } = build(member);
    for (const command of pageCommands(page).slice(0, 2)) command.run();
    expect(done).toEqual([['start'], ['go', '/plan']]);
  });
});

describe(commandsForWords, () => {
  const nowMs = Date.parse('2026-11-21T12:00:00Z');
  const meeting: MeetingSummary = {
    id: 'mtg_01JD0000000000000000000000',
    code: 'abc-defg-hij',
    title: 'Launch',
    phase: 'ended',
    atMs: nowMs,
    scheduledAtMs: null,
    startedAtMs: nowMs,
    endedAtMs: nowMs,
    durationMinutes: null,
    recurs: false,
    isMine: true,
    ownerName: null,
    peopleCount: 2,
  };
  const labelsFor = (words: string, account: PageControls['account'] = member) =>
    commandsForWords(build(account).page, words, [meeting], nowMs).map(({ label }) => label);

  test('are the meetings that were found, and a search in what was said', () => {
    expect(labelsFor('laun')).toEqual(['\u2068Launch\u2069, Today', 'Search all meetings for “laun”']);
    expect(labelsFor('')).toEqual([]);
  });

  test('join by a code or a link, not by a word of ten letters', () => {
    expect(labelsFor('ABC-defg-hij')[0]).toBe('Join abc-defg-hij');
    expect(labelsFor('http://localhost/m/abc-defg-hij')[0]).toBe('Join abc-defg-hij');
    expect(labelsFor('management')[0]).toBe('\u2068Launch\u2069, Today');
  });

  test('search nothing for those without an account', () => {
    expect(commandsForWords(build(null).page, 'laun', [], nowMs)).toEqual([]);
  });

  test('do what they say', () => {
    const { page, done } = build(member);
    for (const command of commandsForWords(page, 'abc-defg-hij', [meeting], nowMs)) command.run();
    expect(done).toEqual([
      ['join', 'abc-defg-hij'],
      ['open', meeting.id],
      ['search', 'abc-defg-hij'],
    ]);
  });
});
