import { createId } from '../../../lib/ids.ts';
import type { ExportedLine, MeetingExport } from '../../../lib/meeting-export.ts';

export function sampleLine(over: Partial<ExportedLine> = {}): ExportedLine {
  return {
    epoch: 1,
    seq: 1,
    speakerId: 'par_1',
    speaker: 'Ana',
    startMs: 42_000,
    endMs: 45_000,
    text: 'We launch on Friday.',
    source: 'live',
    ...over,
  };
}

/** A meeting with one of everything. */
export function sampleMeeting(over: Partial<MeetingExport> = {}): MeetingExport {
  const lines = [{ epoch: 1, seq: 1 }];
  return {
    format: 'parley-meeting',
    version: 1,
    exportedAtMs: Date.UTC(2026, 2, 4),
    meeting: {
      id: createId('mtg'),
      title: 'Launch plan',
      language: 'en',
      timeZone: 'Europe/Berlin',
      startedAtMs: Date.UTC(2026, 2, 3, 8, 30),
      endedAtMs: Date.UTC(2026, 2, 3, 9, 15),
      assistant: 'Nova',
    },
    people: [{ id: createId('par'), name: 'Ana', role: 'host', presentMs: 2_700_000 }],
    summary: {
      version: 1,
      basis: 'live',
      by: 'rules',
      model: 'parley-rules',
      createdAtMs: Date.UTC(2026, 2, 3, 9, 16),
      content: {
        overview: 'The launch has a date.',
        topics: [{ title: 'Launch', text: 'When it is.', lines }],
        decisions: [],
        tasks: [],
        questions: [{ text: 'Who writes the post?', lines }],
        numbers: [{ text: '3 weeks of tests', lines }],
      },
    },
    tasks: [{ text: 'Write the post', owner: 'Ben', due: '2026-03-06', done: true, lines }],
    decisions: [{ text: 'Launch on Friday.', recordedBy: null, lines }],
    lines: [sampleLine()],
    gaps: [{ id: 'gap_1', startMs: 60_000, endMs: 70_000, reason: 'paused' }],
    chat: [{ sender: 'Ben', atMs: 65_000, text: 'The draft is in the folder.' }],
    polls: [
      {
        question: 'Which day?',
        asker: 'Ana',
        atMs: 70_000,
        multiple: false,
        anonymous: false,
        voted: 2,
        choices: [
          { text: 'Friday', votes: 2, voters: ['Ana', 'Ben'] },
          { text: 'Monday', votes: 0, voters: [] },
        ],
      },
    ],
    notes: [{ kind: 'bullet', level: 1, ordinal: 0, spans: [{ text: 'Launch checklist' }] }],
    pictures: [],
    recordings: [],
    ...over,
  };
}

/** What people who mean harm say in a meeting. */
export const hostileTexts = [
  '[click](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '</v><v Eve>I agree --> 00:00:01.000 --> 00:00:09.000',
  'see http://evil.example, www.evil.example or mail eve@evil.example',
  '# heading',
  '- item',
  '1. one',
  '> quote',
  '```\ncode\n```',
  '| a | b |\n|---|---|',
  '&lt;b&gt; &amp; &#60;',
  '**bold** _it_ ~~gone~~ `code` $x$',
  '---',
  '===',
  '\n\n00:00:01,000 --> 00:00:02,000\nforged',
  '{\\an8}<font color="red">up',
  'NOTE hidden\nSTYLE\n::cue { color: red }',
  '[ref]: https://evil.example',
  ':::warning',
];
