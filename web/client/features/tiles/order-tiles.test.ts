import { describe, expect, test } from 'vitest';
import { orderPeople } from './order-tiles.ts';

const ana = { identity: 'ana', isLocal: false, joinedAtMs: 1 };
const ben = { identity: 'ben', isLocal: false, joinedAtMs: 2 };
const me = { identity: 'me', isLocal: true, joinedAtMs: 3 };

describe(orderPeople, () => {
  test('shows oneself first and the others as they came', () => {
    expect(orderPeople([ben, me, ana])).toEqual([me, ana, ben]);
  });

  test('has one order for people who came at the same moment', () => {
    const cleo = { ...ben, identity: 'cleo' };
    expect(orderPeople([cleo, ben])).toEqual(orderPeople([ben, cleo]));
  });
});
