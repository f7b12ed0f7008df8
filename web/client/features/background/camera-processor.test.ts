import { Track } from 'livekit-client';
import { describe, expect, test } from 'vitest';
import { createCameraProcessor } from './camera-processor.ts';
import { createFakeProcessing, fakeTrack } from './testing.ts';

const of = (track: MediaStreamTrack) => ({ kind: Track.Kind.Video as const, track });

function build() {
  const blur = createFakeProcessing();
  return { blur, processor: createCameraProcessor(blur.open, () => undefined) };
}

describe(createCameraProcessor, () => {
  test('what is sent is blurred before it is sent', async () => {
    const { processor } = build();
    expect(processor.processedTrack).toBeUndefined();
    await processor.init(of(fakeTrack('desk')));
    expect(processor.processedTrack?.id).toBe('blurred desk');
  });

  test('another camera, or the same after muting, goes on in the same track', async () => {
    const { processor, blur } = build();
    await processor.init(of(fakeTrack('desk')));
    await processor.restart(of(fakeTrack('window')));
    expect(blur.followed).toEqual(['window']);
    expect(processor.processedTrack?.id).toBe('blurred desk');
    expect(processor.processedTrack?.readyState).toBe('live');
  });

  test('a camera that cannot be blurred is stopped', async () => {
    const { processor } = build();
    const broken = fakeTrack('broken');
    await expect(processor.init(of(broken))).rejects.toThrow('It is broken.');
    expect(broken.readyState).toBe('ended');
  });

  test('a next one that cannot be blurred is not sent in place of the last', async () => {
    const { processor } = build();
    await processor.init(of(fakeTrack('desk')));
    await expect(processor.restart(of(fakeTrack('broken')))).rejects.toThrow('It is broken.');
    expect(processor.processedTrack?.id).toBe('blurred desk');
  });

  test('serves the next camera after it was ended with one', async () => {
    const { processor, blur } = build();
    await processor.init(of(fakeTrack('desk')));
    await processor.destroy();
    expect(blur.opened[0]?.track.readyState).toBe('ended');
    await processor.init(of(fakeTrack('again')));
    expect(processor.processedTrack?.id).toBe('blurred again');
  });
});
