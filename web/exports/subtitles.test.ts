import { describe, expect, it } from 'vitest';
import { toSrt, toVtt } from './subtitles.ts';
import { readSubtitles } from './testing/read-subtitles.ts';
import { hostileTexts, sampleLine, sampleMeeting } from './testing/sample-meeting.ts';

const long = sampleLine({
  startMs: 3_600_000,
  endMs: 3_612_000,
  text: `${'A sentence that goes on and on without any end in sight, '.repeat(4)}and stops.`,
});
const together = [
  sampleLine({ seq: 1, startMs: 1_000, endMs: 5_000, text: 'I go first.' }),
  sampleLine({ seq: 2, speaker: 'Ben', startMs: 2_000, endMs: 6_000, text: 'No, I do.' }),
];
const record = (lines: ReturnType<typeof sampleLine>[]) => sampleMeeting({ lines });
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe(toVtt, () => {
  it('says who speaks by voice tags', () => {
    expect(toVtt(record([sampleLine()]))).toBe(
      'WEBVTT - Launch plan\n\n1\n00:00:42.000 --> 00:00:45.000\n<v Ana>We launch on Friday.\n',
    );
  });

  it('shows people at the same time who spoke at the same time', async () => {
    const cues = await readSubtitles(toVtt(record(together)), 'vtt');
    expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [1, 5],
      [2, 6],
    ]);
  });

  it.each(hostileTexts)('is valid and shows the words as they are: %j', async (text) => {
    const sample = sampleMeeting({ lines: [sampleLine({ speaker: text, text })] });
    sample.meeting.title = text;
    const cues = await readSubtitles(toVtt(sample), 'vtt');
    const shown = cues.map((cue) => cue.text.replace(/<v [^>]*>/, '')).join(' ');
    expect(shown).not.toMatch(/[<>]/);
    const decoded = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(words(decoded)).toBe(words(text));
  });
});

describe(toSrt, () => {
  it('puts the name before the words', () => {
    expect(toSrt(record([sampleLine()]))).toBe(
      '1\n00:00:42,000 --> 00:00:45,000\nAna: We launch on Friday.\n',
    );
  });

  it('shows one cue at a time', async () => {
    const cues = await readSubtitles(toSrt(record(together)), 'srt');
    expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [1, 2],
      [2, 6],
    ]);
  });

  it('keeps to two lines of 42 characters and to the time of the sentence', async () => {
    const cues = await readSubtitles(toSrt(record([long])), 'srt');
    expect(cues.length).toBeGreaterThan(2);
    for (const { text } of cues) {
      expect(text.split('\n').length).toBeLessThanOrEqual(2);
      for (const row of text.split('\n')) expect(row.length).toBeLessThanOrEqual(42);
    }
    expect(cues[0]?.startTime).toBe(3_600);
    expect(cues.at(-1)?.endTime).toBe(3_612);
    expect(words(cues.map(({ text }) => text).join(' '))).toBe(words(`Ana: ${long.text}`));
  });

  it('gives a moment to read what took none to say, and cuts words that fit in no line', async () => {
    const lines = [
      sampleLine({ startMs: 0, endMs: 0, text: 'Yes.' }),
      sampleLine({ seq: 2, startMs: 100, endMs: 90, text: 'x'.repeat(100) }),
    ];
    const cues = await readSubtitles(toSrt(record(lines)), 'srt');
    expect(cues[0]).toMatchObject({ startTime: 0, endTime: 0.7 });
    expect(cues[1]).toMatchObject({ startTime: 0.7 });
  });

  it.each(hostileTexts)('lets nobody forge a cue or a tag: %j', async (text) => {
    const cues = await readSubtitles(toSrt(record([sampleLine({ speaker: text, text })])), 'srt');
    expect(cues.length).toBeGreaterThan(0);
    expect(cues.every(({ startTime }) => startTime >= 42)).toBe(true);
    for (const cue of cues) expect(cue.text).not.toMatch(/<[/a-z]|\{\\|-->/i);
  });
});
