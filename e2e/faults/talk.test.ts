import { describe, expect, it } from 'vitest';
import { readFolder } from '../rehearsal/folder.ts';
import { frameMs } from '../rehearsal/playback.ts';
import { createRandom } from '../rehearsal/random.ts';
import { createTalk } from './talk.ts';

const kickoff = await readFolder(new URL('../fixtures/kickoff', import.meta.url).pathname);

describe(createTalk, () => {
  it.each(kickoff.speakers.map(({ id }) => id))(
    'lets %s say at least 12 lines in a minute, for ever',
    (speaker) => {
      const talk = createTalk(kickoff, speaker, createRandom(1));
      for (const from of [0, 100_000]) {
        const minute = Array.from({ length: 60_000 / frameMs }, (_, index) =>
          talk.marks(from + index),
        ).flat();
        expect(minute.filter(({ edge }) => edge === 'last').length).toBeGreaterThanOrEqual(12);
      }
    },
  );

  it('leaves silence between sentences, at the turn of the round too', () => {
    const talk = createTalk(kickoff, 'ana', createRandom(1));
    let lastAt = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < 10_000; index++) {
      for (const { edge, offsetMs } of talk.marks(index)) {
        const atMs = index * frameMs + offsetMs;
        if (edge === 'first') expect(atMs - lastAt).toBeGreaterThan(700);
        else lastAt = atMs;
      }
    }
  });
});
