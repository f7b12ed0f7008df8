import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import type { TranscriptLine } from '../lib/messages.ts';
import { createCaptions } from './captions.ts';

const line = (seq: number): TranscriptLine => ({
  epoch: 4,
  seq,
  kind: 'speech',
  segmentId: `s${seq}`,
  speaker: 'par_1',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 10,
  endMs: 20,
  text: `line ${seq}`,
});
const interim = (segment: number, text: string) => ({
  segmentId: `s${segment}`,
  speaker: 'par_1',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 10,
  text,
});

function setUp({ failing = false } = {}) {
  const sent: { text: string; attributes: Record<string, string> }[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const captions = createCaptions(
    {
      async sendText(text, { attributes }) {
        await gate;
        if (failing) throw new Error('reconnecting');
        sent.push({ text, attributes });
      },
    },
    4,
    createLogger('test', 'silent'),
  );
  return { sent, captions, release };
}

describe(createCaptions, () => {
  it('sends one packet after the other, with everything a reader needs', async () => {
    const { sent, captions, release } = setUp();
    captions.showFinal(line(1));
    captions.showFinal(line(2));
    release();
    await captions.drain(1_000);
    expect(sent.map((each) => each.text)).toEqual(['line 1', 'line 2']);
    expect(sent[0]?.attributes).toEqual({
      'parley.text': 'line 1',
      'lk.segment_id': 's1',
      'lk.transcription_final': 'true',
      'lk.transcribed_track_id': 'TR_1',
      'parley.speaker': 'par_1',
      'parley.speaker_name': 'Ana',
      'parley.epoch': '4',
      'parley.seq': '1',
      'parley.start_ms': '10',
      'parley.end_ms': '20',
      'parley.kind': 'speech',
    });
  });

  it('lets newer text of a segment overtake older text that still waits', async () => {
    const { sent, captions, release } = setUp();
    captions.showInterim(interim(1, 'a'));
    captions.showInterim(interim(1, 'a b'));
    captions.showInterim(interim(2, 'x'));
    captions.showInterim(interim(1, 'a b c'));
    captions.showFinal(line(1));
    release();
    await captions.drain(1_000);
    expect(sent.map((each) => each.text)).toEqual(['a', 'x', 'line 1']);
  });

  it('takes a segment back with an empty final that has no number', async () => {
    const { sent, captions, release } = setUp();
    captions.showInterim(interim(1, ''));
    release();
    await captions.drain(1_000);
    expect(sent[0]?.attributes).toMatchObject({ 'lk.transcription_final': 'true', 'parley.text': '' });
    expect(sent[0]?.attributes).not.toHaveProperty('parley.seq');
  });

  it('goes on after a packet that could not be sent', async () => {
    const { captions, release } = setUp({ failing: true });
    captions.showFinal(line(1));
    captions.showFinal(line(2));
    release();
    await captions.drain(1_000);
    captions.showFinal(line(3));
    await captions.drain(1_000);
  });
});
