import { describe, expect, it } from 'vitest';
import { readDetail, subjectOf } from './read-detail.ts';

describe(readDetail, () => {
  it.each([
    ['Who is the landlord of the hall?', { kind: 'person', named: true }],
    ['Who cancels the hall?', { kind: 'person', named: false }],
    ['Who is the one making the posters?', { kind: 'person', named: false }],
    ['When do the auditors come?', { kind: 'moment' }],
    ['By which date do they need it?', { kind: 'moment' }],
    ['What does the camera cost?', { kind: 'money' }],
    ['What is the salary of the mechanic?', { kind: 'money' }],
    ['How much did we spend on flowers?', { kind: 'money' }],
    ['How many people would leave at the higher price?', { kind: 'count' }],
    ['How early should they know about the price?', { kind: 'any' }],
    ['How long does it take?', { kind: 'measure', units: ['time', 'size', 'none'] }],
    ['How heavy is the bell?', { kind: 'measure', units: ['size'] }],
    ['How old is the hall?', { kind: 'age' }],
    ['Where do we meet?', { kind: 'place' }],
    ['What colour are the locks?', { kind: 'colour' }],
    ['What is the phone number of the plumber?', { kind: 'contact' }],
    ['Which lawyer checks the letter?', { kind: 'name' }],
    ['What is the boat called?', { kind: 'name' }],
    ['What did the city say about the fence?', { kind: 'opinion', by: ['city'] }],
    ['What did we decide about the price?', { kind: 'any' }],
    ['Why did the price rise?', { kind: 'any' }],
    ['What happens to the helmets?', { kind: 'any' }],
  ])('reads "%s"', (question, detail) => {
    expect(readDetail(question)).toEqual(detail);
  });
});

describe(subjectOf, () => {
  it('leaves out what only asks', () => {
    expect(subjectOf(['camera', 'cost'], { kind: 'money' })).toEqual(['camera']);
    expect(subjectOf(['camera', 'cost'], { kind: 'moment' })).toEqual(['camera', 'cost']);
  });

  it('keeps all of a question that does nothing else', () => {
    expect(subjectOf(['pay', 'rent'], { kind: 'money' })).toEqual(['pay', 'rent']);
  });
});
