import { describe, expect, test } from 'vitest';
import { captionAttributes, limits } from '../../../../lib/messages.ts';
import { acceptCaption } from './accept-caption.ts';
import { buildHeader, meetingId } from './testing.ts';

const agent = (epoch: number, id = meetingId) => ({ identity: `ai-${id}-${epoch}`, isAgent: true });
const accept = (text: string, change?: Parameters<typeof buildHeader>[1], newestEpoch = 3) =>
  acceptCaption(meetingId, newestEpoch, buildHeader(text, change));

describe(acceptCaption, () => {
  test('reads a final caption into a line', () => {
    expect(accept('We ship on Thursday.')).toEqual({
      type: 'final',
      line: {
        epoch: 3,
        seq: 7,
        kind: 'speech',
        segmentId: 'seg_a',
        speaker: 'par_ana',
        speakerName: 'Ana',
        trackSid: 'TR_1',
        startMs: 1500,
        endMs: 2500,
        text: 'We ship on Thursday.',
      },
    });
  });

  test('reads an interim caption, which has no number yet', () => {
    const attributes = { [captionAttributes.final]: 'false', [captionAttributes.seq]: undefined };
    expect(accept('We ship', { attributes })).toEqual({
      type: 'interim',
      interim: {
        epoch: 3,
        segmentId: 'seg_a',
        speaker: 'par_ana',
        speakerName: 'Ana',
        startMs: 1500,
        text: 'We ship',
      },
    });
  });

  test('reads an empty final without a number as the end of its interim text', () => {
    const attributes = { [captionAttributes.seq]: undefined };
    expect(accept('', { attributes })).toEqual({ type: 'dropped', epoch: 3, segmentId: 'seg_a' });
  });

  test('keeps a line that says why speech was not understood', () => {
    const caption = accept('speech-to-text did not answer', {
      attributes: { [captionAttributes.kind]: 'gap' },
    });
    expect(caption).toMatchObject({ type: 'final', line: { kind: 'gap' } });
  });

  test('takes an agent that is newer than the newest known one', () => {
    expect(accept('hello', {}, 2)).toMatchObject({ type: 'final' });
  });

  test('refuses an agent of an older epoch', () => {
    expect(accept('hello', {}, 4)).toBeNull();
  });

  test.each([
    ['a person whose identity looks like an agent', { identity: `ai-${meetingId}-3`, isAgent: false }],
    ['an agent of another meeting', agent(3, 'mtg_01JD1111111111111111111111')],
    ['an agent of another kind', { identity: 'transcriber', isAgent: true }],
    ['an agent with a damaged epoch', { identity: `ai-${meetingId}-3x`, isAgent: true }],
    ['a sender whom nobody knows', null],
  ])('refuses %s', (_name, sender) => {
    expect(accept('hello', { sender })).toBeNull();
  });

  test('ignores an epoch in the attributes that is not the one of the sender', () => {
    expect(accept('hello', { attributes: { [captionAttributes.epoch]: '4' } })).toBeNull();
    expect(accept('hello', { sender: agent(4) })).toBeNull();
  });

  test.each([
    ['missing words', { [captionAttributes.text]: undefined }],
    ['words that no packet can hold', { [captionAttributes.text]: 'x'.repeat(limits.captionPacket + 1) }],
    ['a missing segment', { [captionAttributes.segmentId]: undefined }],
    ['a missing speaker', { [captionAttributes.speaker]: undefined }],
    ['a missing start', { [captionAttributes.startMs]: undefined }],
    ['a missing final mark', { [captionAttributes.final]: undefined }],
    ['a final mark that is neither true nor false', { [captionAttributes.final]: 'yes' }],
    ['a number with a sign', { [captionAttributes.seq]: '-7' }],
    ['a number in hexadecimal', { [captionAttributes.seq]: '0x7' }],
    ['number zero', { [captionAttributes.seq]: '0' }],
    ['a final text without a number', { [captionAttributes.seq]: undefined }],
    ['a start beyond any meeting', { [captionAttributes.startMs]: '9999999999' }],
    ['an unknown kind', { [captionAttributes.kind]: 'popup' }],
    ['a name of 10,000 characters', { [captionAttributes.speakerName]: 'x'.repeat(10_000) }],
  ])('ignores %s', (_name, attributes) => {
    expect(accept('hello', { attributes })).toBeNull();
  });

  test('shows names and texts without control characters', () => {
    const caption = accept('a\u0000b\u202ec', {
      attributes: { [captionAttributes.speakerName]: 'A\u0007na\u200b' },
    });
    expect(caption).toMatchObject({ line: { text: 'a b c', speakerName: 'A na' } });
  });
});
