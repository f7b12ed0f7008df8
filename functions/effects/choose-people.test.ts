import { describe, expect, it } from 'vitest';
import { choosePeople, findByName, type Named } from './choose-people.ts';
import { sayNames } from './say-names.ts';

const person = (name: string, address: string | null, present = true): Named => ({
  id: `par_${name}_${address}_${present}` as Named['id'],
  name,
  userId: null,
  present,
  address,
});

describe(choosePeople, () => {
  it('takes each address once, and names who has none', () => {
    const people = [person('Ana', 'ana@x.test'), person('Ben', null), person('Ana R.', 'ana@x.test')];
    expect(choosePeople(people, ['Ana', 'Ana', 'Ana R.', 'Ben', 'Zoe'])).toEqual({
      reached: [{ name: 'Ana', email: 'ana@x.test' }],
      unreached: ['Ben', 'Zoe'],
    });
  });

  it('takes someone who came on two devices for one person, and two people for nobody', () => {
    const twice = [person('Ana', 'ana@x.test', false), person('Ana', null)];
    expect(choosePeople(twice, ['Ana']).reached).toEqual([{ name: 'Ana', email: 'ana@x.test' }]);
    const two = [person('Ana', 'ana@x.test'), person('Ana', 'eve@x.test')];
    expect(choosePeople(two, ['Ana'])).toEqual({ reached: [], unreached: ['Ana'] });
  });
});

describe(findByName, () => {
  it('prefers who is here, and does not choose between two', () => {
    const [gone, here] = [person('Ana', null, false), person('Ana', null)];
    expect(findByName([gone, here], 'Ana')).toBe(here);
    expect(findByName([gone], 'Ana')).toBe(gone);
    expect(findByName([here, person('Ana', 'a@x.test')], 'Ana')).toBeNull();
    expect(findByName([here], 'Zoe')).toBeNull();
  });
});

describe(sayNames, () => {
  it('joins names as people say them', () => {
    expect([[], ['Ana'], ['Ana', 'Ben'], ['Ana', 'Ben', 'Chloe']].map(sayNames)).toEqual([
      '',
      'Ana',
      'Ana and Ben',
      'Ana, Ben and Chloe',
    ]);
  });
});
