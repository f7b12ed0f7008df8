import { describe, expect, it } from 'vitest';
import type { FoundMeeting, SearchAnswer, SearchHit } from '../../../../lib/archive-messages.ts';
import { mergePages } from './merge-pages.ts';

const hit = (text: string): SearchHit => ({
  kind: 'line',
  text,
  marks: [],
  speaker: 'Ana',
  line: null,
  startMs: 0,
});
const meeting = (id: string, ...texts: string[]): FoundMeeting => ({
  id: id as FoundMeeting['id'],
  title: id,
  atMs: 0,
  hits: texts.map(hit),
});
const page = (...meetings: FoundMeeting[]): SearchAnswer => ({
  meetings,
  matched: 'all',
  count: 0,
  complete: true,
  next: null,
});

describe(mergePages, () => {
  it('has a meeting that goes on on the next page once', () => {
    const merged = mergePages([
      page(meeting('a', '1'), meeting('b', '2')),
      page(meeting('b', '3'), meeting('c', '4')),
    ]);
    expect(merged.map(({ id, hits }) => [id, ...hits.map(({ text }) => text)])).toEqual([
      ['a', '1'],
      ['b', '2', '3'],
      ['c', '4'],
    ]);
  });
});
