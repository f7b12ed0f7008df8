import { describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { chooseRecipients } from './choose-recipients.ts';

type Choice = Parameters<typeof chooseRecipients>[0];
type Member = Choice['members'][number];
const member = (over: Partial<Member> = {}): Member => ({
  id: createId('par'),
  role: 'participant',
  address: null,
  userId: null,
  ...over,
});
const choose = (over: Partial<Choice>) => {
  const chosen = chooseRecipients({ mode: 'all', members: [], owner: null, optedOut: [], ...over });
  return chosen.kind === 'nobody' ? chosen.reason : chosen.recipients;
};
const owner = { id: 'usr_1', email: 'Ana@example.test' };

describe(chooseRecipients, () => {
  it('writes to each address once, whoever has it, and to the host also when they did not come', () => {
    const ben = member({ address: 'ben@example.test', userId: 'usr_2' });
    const tablet = member({ address: 'ben@example.test' });
    expect(choose({ owner, members: [tablet, ben, member()] })).toEqual([
      { address: 'ana@example.test', participantIds: [], userId: 'usr_1' },
      { address: 'ben@example.test', participantIds: [tablet.id, ben.id], userId: 'usr_2' },
    ]);
  });

  it('writes to the host alone, or to nobody, as the host likes', () => {
    const ana = member({ address: 'ana@example.test', userId: 'usr_1', role: 'host' });
    const members = [ana, member({ address: 'ben@example.test' })];
    expect(choose({ mode: 'host', owner, members })).toEqual([
      { address: 'ana@example.test', participantIds: [ana.id], userId: 'usr_1' },
    ]);
    expect(choose({ mode: 'host', members })).toMatchObject([{ address: 'ana@example.test' }]);
    expect(choose({ mode: 'none', owner, members })).toBe('Not sent: the host wants no mails.');
  });

  it('says why nobody gets one', () => {
    expect(choose({ members: [member()] })).toBe('Not sent: nobody left an address.');
    expect(choose({ owner, optedOut: ['ana@example.test'] })).toBe(
      'Not sent: everyone with an address has unsubscribed.',
    );
  });
});
