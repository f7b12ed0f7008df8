/** Reports as the real service sends them. */
import { EgressInfo } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { readEgress } from './read-egress.ts';

const location = 'mtg_1/rec_1/par_1-fil_1.ogg';
const read = (change: object) =>
  readEgress(
    EgressInfo.fromJson({
      egressId: 'EG_1',
      roomName: 'mtg_1',
      // 75 s before the first sample: the person published late.
      startedAt: '1795250000000000000',
      egress: { roomName: 'mtg_1', outputs: [{ file: { filepath: `/recordings/${location}` } }] },
      ...change,
    }),
  );
const file = { startedAt: '1795250075123000000', duration: '4400000000', size: '8123' };
const over = (change: object) => {
  const { state } = read(change);
  return state.kind === 'over' ? state.result : null;
};

describe(readEgress, () => {
  it('knows which order it was, by the file', () => {
    expect(read({}).location).toBe(location);
    const ofOthers = { egressId: 'EG_2', roomComposite: { roomName: 'mtg_1' } };
    expect(readEgress(EgressInfo.fromJson(ofOthers)).location).toBeNull();
  });

  it('knows a picture by its file', () => {
    const picture = 'mtg_1/rec_1/picture/fil_1.mp4';
    const order = { roomName: 'mtg_1', template: { layout: 'grid' }, preset: 'H264_720P_30' };
    const egress = { ...order, outputs: [{ file: { filepath: `parley/${picture}` } }] };
    expect(read({ egress }).location).toBe(picture);
  });

  it('takes the time of the first sample from the file, not from the egress', () => {
    expect(read({}).state).toEqual({ kind: 'asked' });
    expect(read({ status: 'EGRESS_ACTIVE', fileResults: [{}] }).state).toMatchObject({ firstSampleAt: null });
    const state = { kind: 'ending', firstSampleAt: new Date(1_795_250_075_123) };
    expect(read({ status: 'EGRESS_ENDING', fileResults: [file] }).state).toEqual(state);
  });

  it('is content with a file that is whole', () => {
    expect(over({ status: 'EGRESS_COMPLETE', fileResults: [file] })).toEqual({
      ...{ firstSampleAt: new Date(1_795_250_075_123), durationMs: 4_400, bytes: 8_123, problem: '' },
    });
  });

  it('sees nothing wrong with a person who said nothing, or was gone already', () => {
    const silent = { status: 'EGRESS_ABORTED', error: 'Start signal not received', errorCode: 412 };
    expect(over({ ...silent, fileResults: [{}] })).toMatchObject({ bytes: 0, problem: '' });
    const absent = { status: 'EGRESS_FAILED', error: 'participant not found', errorCode: 404 };
    expect(over(absent)).toMatchObject({ bytes: 0, problem: '' });
  });

  it('keeps the file of a failed one, and says what is missing', () => {
    const failed = { status: 'EGRESS_FAILED', error: 'killed', errorCode: 403 };
    expect(over({ ...failed, fileResults: [file] })).toMatchObject({
      ...{ bytes: 8_123, problem: 'The recorder stopped before the end.' },
    });
    expect(over({ ...failed, errorCode: 500 })).toMatchObject({ problem: 'The recorder failed.' });
    expect(over({ status: 'EGRESS_LIMIT_REACHED', errorCode: 413, fileResults: [file] })).toMatchObject({
      problem: 'It reached the longest time or size that is set.',
    });
    expect(over({ status: 'EGRESS_COMPLETE', fileResults: [{ ...file, size: '0' }] })).toMatchObject({
      problem: 'The recorder wrote an empty file.',
    });
  });
});
