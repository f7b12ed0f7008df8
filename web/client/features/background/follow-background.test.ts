import { LocalVideoTrack, Room, RoomEvent, Track, type TrackProcessor } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chosenBackground } from './chosen-background.ts';
import { followBackground } from './follow-background.ts';
import { createFakeProcessing } from './testing.ts';

beforeEach(() => chosenBackground.set('off'));
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A room whose camera, once it is sent, goes through the processor that was wanted at that moment. */
function build({ camera }: { camera: boolean }) {
  const room = new Room({ videoCaptureDefaults: { deviceId: 'desk' } });
  const log: string[] = [];
  let sent: LocalVideoTrack | null = null;
  const wanted = () => room.options.videoCaptureDefaults?.processor;
  const send = () => {
    const processor = wanted();
    log.push(processor ? 'sent blurred' : 'sent as it is');
    sent = Object.create(LocalVideoTrack.prototype, {
      getProcessor: { value: (): TrackProcessor<Track.Kind.Video> | undefined => processor },
    });
  };
  vi.spyOn(room.localParticipant, 'getTrackPublication').mockImplementation((source) =>
    source === Track.Source.Camera && sent ? ({ track: sent } as never) : undefined,
  );
  vi.spyOn(room.localParticipant, 'unpublishTrack').mockImplementation(async () => {
    sent = null;
    log.push('withdrawn');
    return undefined;
  });
  const session = {
    getSending: () => ({ microphone: true, camera }),
    async setSending() {
      send();
    },
  };
  ends.push(followBackground(room, session, createFakeProcessing().open));
  return { room, log, send, wanted };
}

describe(followBackground, () => {
  test('a room is entered as it was chosen', () => {
    chosenBackground.set('strong');
    const { room } = build({ camera: true });
    expect(room.options.videoCaptureDefaults).toMatchObject({
      deviceId: 'desk',
      processor: { name: 'background' },
    });
  });

  test('nothing is in the way of a camera that is shown as it is', () => {
    expect(build({ camera: true }).wanted()).toBeUndefined();
  });

  test('a camera that is on is sent anew, blurred from the beginning', async () => {
    const { send, log } = build({ camera: true });
    send();
    chosenBackground.set('slight');
    await vi.waitFor(() => expect(log).toEqual(['sent as it is', 'withdrawn', 'sent blurred']));
  });

  test('from slight to strong it goes on', async () => {
    chosenBackground.set('slight');
    const { send, log } = build({ camera: true });
    send();
    chosenBackground.set('strong');
    chosenBackground.set('off');
    await vi.waitFor(() => expect(log).toEqual(['sent blurred', 'withdrawn', 'sent as it is']));
  });

  test('a camera that is off stays off, and what was sent of it is not turned on again', async () => {
    const { send, log, wanted } = build({ camera: false });
    send();
    chosenBackground.set('strong');
    await vi.waitFor(() => expect(log).toEqual(['sent as it is', 'withdrawn']));
    expect(wanted()?.name).toBe('background');
  });

  test('a choice that was made while the camera was starting holds', async () => {
    const { room, send, log } = build({ camera: true });
    chosenBackground.set('strong');
    room.options.videoCaptureDefaults = {};
    send();
    room.emit(RoomEvent.LocalTrackPublished, {} as never, room.localParticipant);
    await vi.waitFor(() => expect(log).toEqual(['sent as it is', 'withdrawn', 'sent blurred']));
  });
});
