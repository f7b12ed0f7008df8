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

const meant = (...people: Named[]) => people.map(({ id, name }) => ({ id, name }));

describe(choosePeople, () => {
  const ana = person('Ana', 'ana@x.test');

  it('takes each address once, and names who has none', () => {
    const people = [ana, person('Ben', null), person('Ana R.', 'ana@x.test')];
    expect(choosePeople(people, meant(...people), ['Ana', 'Ana', 'Ana R.', 'Ben', 'Zoe'])).toEqual({
      reached: [{ name: 'Ana', email: 'ana@x.test' }],
      unreached: ['Ben', 'Zoe'],
    });
  });

  it('reaches nobody who has the name and was not meant', () => {
    const other = person('Ana', 'eve@x.test');
    expect(choosePeople([other, ana], meant(ana), ['Ana']).reached).toEqual([
      { name: 'Ana', email: 'ana@x.test' },
    ]);
    expect(choosePeople([other], meant(ana), ['Ana'])).toEqual({ reached: [], unreached: ['Ana'] });
    expect(choosePeople([ana], [], ['Ana'])).toEqual({ reached: [], unreached: ['Ana'] });
  });

  it('reaches all of one name where all of them are meant', () => {
    const other = person('Ana', 'other@x.test');
    expect(choosePeople([ana, other], meant(ana, other), ['Ana']).reached).toHaveLength(2);
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
