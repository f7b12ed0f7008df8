import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IncomingCaption, readCaption } from './read-caption.ts';

const incoming = (change: Partial<IncomingCaption> = {}): IncomingCaption => ({
  receiver: 'par_ben',
  atMs: 5_000,
  sender: { identity: 'ai-mtg_1-2', isAgent: true },
  attributes: {
    'lk.segment_id': 's1',
    'lk.transcription_final': 'true',
    'lk.transcribed_track_id': 'TR_1',
    'parley.speaker': 'par_ana',
    'parley.speaker_name': 'Ana',
    'parley.epoch': '2',
    'parley.seq': '7',
    'parley.start_ms': '1000',
    'parley.end_ms': '2000',
    'parley.kind': 'speech',
    'parley.text': 'hello',
  },
  ...change,
});
const withAttributes = (change: Record<string, string | undefined>) => {
  const all = Object.entries({ ...incoming().attributes, ...change });
  return incoming({
    attributes: Object.fromEntries(all.flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
  });
};

describe(readCaption, () => {
  it('reads a final caption', () => {
    expect(readCaption('mtg_1', incoming())).toEqual({
      receiver: 'par_ben',
      atMs: 5_000,
      segmentId: 's1',
      speaker: 'par_ana',
      epoch: 2,
      text: 'hello',
      startMs: 1_000,
      endMs: 2_000,
      seq: 7,
    });
  });

  it('reads an interim caption, which has neither number nor end', () => {
    const interim = {
      'lk.transcription_final': 'false',
      'parley.seq': undefined,
      'parley.end_ms': undefined,
    };
    expect(readCaption('mtg_1', withAttributes(interim))).toMatchObject({ seq: null, endMs: null });
  });

  it.each([
    ['another person', incoming({ sender: { identity: 'par_eve', isAgent: false } })],
    [
      'a person with an identity like the agent',
      incoming({ sender: { identity: 'ai-mtg_1-2', isAgent: false } }),
    ],
    ['an agent of another meeting', incoming({ sender: { identity: 'ai-mtg_2-2', isAgent: true } })],
    ['an agent that claims another epoch', withAttributes({ 'parley.epoch': '3' })],
    ['a final caption without a number', withAttributes({ 'parley.seq': undefined })],
    ['a caption whose words are not in the header', withAttributes({ 'parley.text': undefined })],
    ['a number that is none', withAttributes({ 'parley.seq': '-1' })],
    ['no attributes', incoming({ attributes: {} })],
  ])('takes nothing from %s', (_, caption) => {
    expect(readCaption('mtg_1', caption)).toBeNull();
  });

  it('never throws, whatever the attributes are', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(incoming().attributes)), fc.string()),
        (attributes) => {
          readCaption('mtg_1', incoming({ attributes }));
        },
      ),
    );
  });
});
