import { describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { cutMeeting } from './cut-meeting.ts';
import { soundPart } from './share-span.ts';

const zeroMs = Date.UTC(2026, 10, 21, 9);
const [ana, ben] = [createId('par'), createId('par')];
const recordingId = createId('rec');

function buildExport(change: Partial<MeetingExport> = {}): MeetingExport {
  return {
    format: 'parley-meeting',
    version: 1,
    exportedAtMs: zeroMs,
    meeting: {
      id: createId('mtg'),
      title: 'Launch',
      language: 'en',
      timeZone: null,
      startedAtMs: zeroMs,
      endedAtMs: zeroMs + 60_000,
      assistant: 'Nova',
    },
    people: [ana, ben].map((id) => ({ id, name: id, role: 'participant', presentMs: 60_000 })),
    summary: null,
    tasks: [{ text: 'A task', owner: null, due: null, done: false, lines: [] }],
    decisions: [{ text: 'A decision', recordedBy: null, lines: [] }],
    lines: [],
    gaps: [],
    chat: [{ sender: 'Ana', atMs: 15_000, text: 'A message' }],
    notes: [],
    polls: [
      {
        question: 'When?',
        asker: 'Ana',
        atMs: 15_000,
        multiple: false,
        anonymous: false,
        voted: 0,
        choices: [],
      },
    ],
    recordings: [],
    pictures: [{ id: createId('fil'), recordingId, startedAtMs: zeroMs, durationMs: 60_000 }],
    ...change,
  };
}

const span = { fromMs: 10_000, untilMs: 20_000 };
const line = (seq: number, startMs: number, endMs: number, speakerId: string = ana) => ({
  epoch: 2,
  seq,
  speakerId,
  speaker: 'Somebody',
  startMs,
  endMs,
  text: `line ${seq}`,
  source: 'live' as const,
});

describe(cutMeeting, () => {
  it('keeps lines that lie in the part as a whole, both ends included, and who speaks in them', () => {
    const lines = [
      line(4, 9_999, 12_000, ben),
      line(5, 10_000, 12_000),
      line(6, 15_000, 20_000),
      line(7, 19_000, 20_001, ben),
    ];
    const cut = cutMeeting(buildExport({ lines }), span);
    expect(
      cut.lines.map(({ epoch, seq, startMs, endMs, text }) => [epoch, seq, startMs, endMs, text]),
    ).toEqual([
      [1, 1, 0, 2_000, 'line 5'],
      [1, 2, 5_000, 10_000, 'line 6'],
    ]);
    expect(cut.people.map(({ id }) => id)).toEqual([ana]);
  });

  it('has nothing that is of the whole', () => {
    const cut = cutMeeting(buildExport(), span);
    expect(cut).toMatchObject({
      summary: null,
      tasks: [],
      decisions: [],
      chat: [],
      notes: [],
      pictures: [],
      polls: [],
    });
    expect(cut.meeting).toMatchObject({ startedAtMs: zeroMs + 10_000, endedAtMs: zeroMs + 20_000 });
  });

  it('shows of gaps what lies in the part, also of one that never ended', () => {
    const gap = (id: string, startMs: number, endMs: number | null) => ({
      id,
      startMs,
      endMs,
      reason: 'paused',
    });
    const gaps = [
      gap('a', 0, 10_000),
      gap('b', 5_000, 12_000),
      gap('c', 18_000, null),
      gap('d', 20_000, 30_000),
    ];
    expect(cutMeeting(buildExport({ gaps }), span).gaps).toEqual([
      gap('b', 0, 2_000),
      gap('c', 8_000, 10_000),
    ]);
  });

  it('shows of recordings what lies in the part', () => {
    const recording = (fromMs: number, durationMs: number | null) => ({
      id: recordingId,
      startedAtMs: zeroMs + fromMs,
      durationMs,
    });
    const recordings = [
      recording(0, 10_000),
      recording(5_000, 6_000),
      recording(15_000, 60_000),
      recording(20_000, 1_000),
      recording(11_000, null),
    ];
    const cut = cutMeeting(buildExport({ recordings }), span);
    expect(cut.recordings).toEqual([recording(10_000, 1_000), recording(15_000, 5_000)]);
  });
});

describe(soundPart, () => {
  const meeting = { startedAt: new Date(zeroMs) };
  const mix = (afterMs: number, durationMs = 60_000) => ({
    location: 'mtg_1/mix.ogg',
    startedAt: new Date(zeroMs + afterMs),
    durationMs,
  });

  it.each([
    ['one that began with the meeting', mix(0), { fromMs: 10_000, untilMs: 20_000 }],
    ['one that began before the part', mix(4_000), { fromMs: 6_000, untilMs: 16_000 }],
    ['one that began in the part', mix(12_000), { fromMs: 0, untilMs: 8_000 }],
    ['one that ended in the part', mix(4_000, 8_000), { fromMs: 6_000, untilMs: 8_000 }],
    ['one that ended before', mix(0, 10_000), null],
    ['one that began after', mix(20_000), null],
    ['one of which it is not known when it began', { ...mix(0), startedAt: null }, null],
  ])('gives the place in %s', (_, given, part) => {
    expect(soundPart(span, { meeting, mix: given })).toEqual(part);
  });

  it('is all of it for the whole meeting', () => {
    expect(soundPart(null, { meeting, mix: mix(0) })).toBe('all');
  });
});
