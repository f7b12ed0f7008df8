import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../lib/assistant-messages.ts';
import { createLogger } from '../../lib/logger.ts';
import { greet } from './greet.ts';
import { createFakeRoom, personOf } from './testing/fake-room.ts';
import { createFakeVoice } from './testing/fake-voice.ts';

function setUp({ greeting = 'Hello.', audible = true, people = [personOf('Ana')] } = {}) {
  const voice = createFakeVoice(() => '');
  const room = createFakeRoom(people);
  const published: Reply[] = [];
  const stop = new AbortController();
  let quietMs = 0;
  const done = greet({
    greeting: () => greeting,
    web: { saveReply: async () => undefined },
    voice,
    room,
    replies: { publish: (reply) => void published.push(reply) },
    isAudible: () => audible,
    quietMs: () => quietMs,
    by: 'rules',
    logger: createLogger('test', 'silent'),
    signal: stop.signal,
  });
  return { done, voice, room, published, stop, be: (quiet: number) => (quietMs = quiet) };
}

describe(greet, () => {
  it('waits until somebody is there and nobody speaks', async () => {
    const { done, voice, room, be, published } = setUp({ people: [] });
    be(5_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(voice.heard).toEqual([]);
    be(0);
    room.present = [personOf('Ana')];
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(voice.heard).toEqual([]);
    be(1_500);
    await done;
    expect(voice.heard).toEqual(['Hello.']);
    expect(published).toMatchObject([{ kind: 'greeting', state: 'done', spoken: true }]);
  });

  it('only writes where it may not be heard', async () => {
    const { done, voice, be, published } = setUp({ audible: false });
    be(2_000);
    await done;
    expect(voice.heard).toEqual([]);
    expect(published).toMatchObject([{ text: 'Hello.', spoken: false }]);
  });

  it('does nothing without a greeting, and stops when the agent leaves', async () => {
    const silent = setUp({ greeting: '' });
    silent.be(2_000);
    await silent.done;
    expect(silent.published).toEqual([]);
    const leaving = setUp();
    leaving.stop.abort();
    await leaving.done;
    expect(leaving.published).toEqual([]);
  });

  it('lets people go first who begin before it is heard', async () => {
    const { done, voice, be, published } = setUp();
    const say = vi.spyOn(voice, 'say');
    say.mockImplementationOnce(({ signal }) => {
      be(0);
      return new Promise((resolve) =>
        signal?.addEventListener('abort', () =>
          resolve({ ending: 'interrupted', failure: null, text: '', spokenText: '', speechFailed: false }),
        ),
      );
    });
    be(2_000);
    await vi.waitFor(() => expect(say).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    be(2_000);
    await done;
    expect(voice.heard).toEqual(['Hello.']);
    expect(published).toMatchObject([{ spoken: true }]);
  });
});
