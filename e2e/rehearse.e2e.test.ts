/** The rehearsal itself, as a person runs it, on the whole real system. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figures } from './rehearsal/measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-rehearse-test-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');
const office = join(import.meta.dirname, 'fixtures', 'office');
const entry = join(import.meta.dirname, 'rehearse.ts');
const json = join(folder, 'report.json');
const short = join(folder, 'short');

/** Four lines of the kickoff; Ben and Chloe speak at the same time. */
function writeShortFolder(): void {
  cpSync(kickoff, short, { recursive: true });
  const timeline = JSON.parse(readFileSync(join(kickoff, 'timeline.json'), 'utf8'));
  const starts = [1_000, 6_000, 6_500, 11_000];
  timeline.utterances = timeline.utterances
    .slice(0, 4)
    .map((utterance: object, index: number) => ({ ...utterance, startMs: starts[index] }));
  timeline.totalMs = 15_000;
  writeFileSync(join(short, 'timeline.json'), JSON.stringify(timeline));
}

const rehearse = (...args: string[]) =>
  execa(process.execPath, [entry, ...args], { reject: false, env: { TMPDIR: folder } });
const readFigures = (): Figures => JSON.parse(readFileSync(json, 'utf8'));

beforeAll(writeShortFolder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run rehearse', () => {
  it('hears everyone under the right name, loses nothing, and leaves nothing behind', async () => {
    const { exitCode, stdout } = await rehearse(short, '--json', json);
    expect(exitCode, stdout).toBe(0);
    expect(stdout).not.toContain('went wrong');
    const { meetingId, captions, durability, agent, after } = readFigures();
    expect(meetingId).toMatch(/^mtg_/);
    // 37 words: "Ana" comes out as "Anna".
    expect(captions.wer).toBeLessThanOrEqual(0.06);
    expect(captions.attributionErrors).toBe(0);
    expect(captions.finalLatencyMs.max).toBeGreaterThan(0);
    expect(captions.interimLatencyMs.p50).toBeGreaterThan(0);
    expect(durability).toMatchObject({ lost: 0, duplicated: 0, outOfOrder: 0 });
    expect(durability.seen).toBeGreaterThanOrEqual(4);
    expect(durability.stored).toBeGreaterThanOrEqual(durability.seen ?? 0);
    expect(agent.readyMs).toBeGreaterThan(0);
    expect(after).toMatchObject({ status: 'ready', summary: { decisions: [], tasks: [] } });
    expect(after?.mails.map(({ to }) => to)).toEqual([
      'ana@example.test',
      'ben@example.test',
      'chloe@example.test',
    ]);
    expect(after?.summaryMs).toBeGreaterThan(0);
    expect(after?.recording.files.map(({ speaker }) => speaker).toSorted()).toEqual(['ana', 'ben', 'chloe']);
    expect(after?.recording.durationMs).toBeGreaterThan(14_000);
    expect(after?.revision.wer).toBeLessThanOrEqual(0.06);
    expect(readdirSync(folder).filter((name) => name.startsWith('parley-rehearsal-'))).toEqual([]);
  }, 240_000);

  it('has a request answered from its line, and a proposal edited by who made it, for other people and another name', async () => {
    const clock = ['--now', '2026-03-03T09:00:00-05:00', '--time-zone', 'America/New_York'];
    const answers = ['--persona', 'Felix', '--approval', 'edit'];
    const { exitCode, stdout } = await rehearse(office, '--json', json, ...answers, ...clock);
    expect(exitCode, stdout).toBe(0);
    expect(stdout).not.toContain('went wrong');
    const { replies, approvals, plans } = readFigures();
    const [question] = replies.filter(({ utterance }) => utterance === 3);
    expect(question?.askedBy).toBe('maya');
    expect(question?.text).toContain('September');
    expect(question?.citations.map(({ utterance }) => utterance)).toEqual([2]);
    expect(question?.firstAudioMs).toBeGreaterThan(0);
    // Friday after that Tuesday; the edit makes it a quarter of an hour longer.
    const startsAt = '2026-03-06T14:00:00-05:00';
    expect(approvals).toMatchObject([
      {
        tool: 'scheduleMeeting',
        shownTo: 'oliver',
        arguments: { startsAt, durationMinutes: 45, attendees: ['Maya Brown', 'Oliver Stone'] },
        decision: 'edited',
        result: { status: 'done', actionId: expect.stringMatching(/^act_/) },
      },
    ]);
    expect(approvals[0]?.shownMs).toBeGreaterThan(0);
    expect(plans).toMatchObject([{ planned: true, invited: ['maya@example.test'], inFeed: true }]);
  }, 240_000);

  it('reports that nothing was measured where nobody answers', async () => {
    const { exitCode, stdout } = await rehearse(short, '--json', json, '--url', 'http://127.0.0.1:9');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('GET /api/personas was not answered');
    expect(JSON.stringify(readFigures())).not.toMatch(/:\d/);
  });

  it('refuses a folder that cannot be played, in words', async () => {
    writeFileSync(join(short, '03-chloe.wav'), 'this is not a sound');
    const { exitCode, stderr } = await rehearse(short);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('03-chloe.wav is not a WAV file');
    expect(stderr).not.toContain('    at ');
  });
});
