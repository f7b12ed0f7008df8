import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestArguments } from './argument-digest.ts';

describe(digestArguments, () => {
  it('is the same whatever order the keys came in', () => {
    const one = { title: 'Follow-up', plan: { at: 1, for: ['Ben', 'Ana'] } };
    const other = { plan: { for: ['Ben', 'Ana'], at: 1 }, title: 'Follow-up' };
    expect(digestArguments('scheduleMeeting', one, [])).toBe(digestArguments('scheduleMeeting', other, []));
  });

  it('differs for another tool, another value, another order in a list, and what cannot be seen', () => {
    const digests = [
      digestArguments('a', { to: ['Ben', 'Ana'] }, []),
      digestArguments('b', { to: ['Ben', 'Ana'] }, []),
      digestArguments('a', { to: ['Ana', 'Ben'] }, []),
      digestArguments('a', { to: ['Ben', 'Аna'] }, []),
      digestArguments('a', { to: ['Ben', 'Ana\u200b'] }, []),
      digestArguments('a', { to: ['Ben', 'Ana'] }, [{ name: 'Ben', id: 'par_1' }]),
      digestArguments('a', { to: ['Ben', 'Ana'] }, [{ name: 'Ben', id: 'par_2' }]),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('survives the way through a database and back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (args) => {
        const back = JSON.parse(JSON.stringify(args)) as Record<string, unknown>;
        expect(digestArguments('tool', back, [])).toBe(digestArguments('tool', args, []));
      }),
    );
  });
});
