import { describe, expect, it } from 'vitest';
import { mayActOn, roles } from './roles.ts';

describe(mayActOn, () => {
  it('lets a host act on all but hosts, a co-host on those without office, the rest on nobody', () => {
    const reach = Object.fromEntries(
      roles.map((actor) => [actor, roles.filter((target) => mayActOn(actor, target))]),
    );
    expect(reach).toEqual({
      host: ['cohost', 'participant', 'viewer', 'guest'],
      cohost: ['participant', 'viewer', 'guest'],
      participant: [],
      viewer: [],
      guest: [],
    });
  });
});
