import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { createProposals } from './proposals.ts';
import type { Question } from './question.ts';
import { createFakeAssistantWeb } from './testing/fake-assistant-web.ts';
import { createFakeRoom, personOf } from './testing/fake-room.ts';

const call = { tool: 'recordDecision', arguments: { text: 'We launch.' }, approver: null };

const conflict = { title: 'Dentist', startsAtMs: 0, durationMinutes: 60, name: 'Ben Carter' };

function setUp() {
  const ana = personOf('Ana Ruiz', 'host');
  const ben = personOf('Ben Carter');
  const room = createFakeRoom([ana, ben]);
  const web = createFakeAssistantWeb({ people: [ana, ben] });
  const proposals = createProposals({
    web,
    room,
    logger: createLogger('test', 'silent'),
    firstRetryMs: 10,
    reloadMs: 20,
  });
  const questionOf = (over: Partial<Question> = {}): Question => ({
    id: createId('rpl'),
    kind: 'question',
    asker: { id: ana.id, name: ana.name },
    text: 'note that we launch',
    cause: { epoch: 1, seq: 1 },
    audience: 'all',
    ...over,
  });
  return { proposals, room, web, ana, ben, questionOf };
}

describe(createProposals, () => {
  it('shows a proposal to who asked, notes that it is on their screen, and claims nothing', async () => {
    const { proposals, web, questionOf } = setUp();
    const result = await proposals.propose(call, questionOf());
    expect(result.state).toBe('waiting for approval');
    await vi.waitFor(() => expect(web.shown).toEqual([web.approvals[0]?.id]));
  });

  it('shows it to the person whom the model names', async () => {
    const { proposals, room, questionOf } = setUp();
    const { sentence } = await proposals.propose({ ...call, approver: 'Ben Carter' }, questionOf());
    expect(sentence).toContain('I have asked Ben Carter to approve it.');
    await vi.waitFor(() => expect(room.calls.map(({ who }) => who)).toEqual(['Ben']));
  });

  it('makes one proposal of the same call again, whatever the order of its arguments', async () => {
    const { proposals, web, questionOf } = setUp();
    const question = questionOf();
    const both = await Promise.all([
      proposals.propose({ ...call, arguments: { a: 1, b: [2, { c: 3, d: 4 }] } }, question),
      proposals.propose({ ...call, arguments: { b: [2, { d: 4, c: 3 }], a: 1 } }, question),
    ]);
    expect(both[0]).toBe(both[1]);
    expect(web.proposed).toHaveLength(1);
  });

  it('sends a call again under the same key when the answer of web was lost', async () => {
    const { proposals, web, questionOf } = setUp();
    web.refusals.push(new ParleyError('unavailable', 'web does not answer'));
    expect(await proposals.propose(call, questionOf())).toMatchObject({ state: 'waiting for approval' });
    expect(web.approvals).toHaveLength(1);
  });

  it.each([
    [new ParleyError('bad_request', 'That day is over already.'), 'That day is over already.'],
    [
      new ParleyError('internal', 'TypeError: x is not a function'),
      'I could not do that: something failed on our side.',
    ],
  ])('turns a refusal into a sentence', async (refusal, sentence) => {
    const { proposals, web, questionOf } = setUp();
    web.refusals.push(refusal);
    expect(await proposals.propose(call, questionOf())).toEqual({ state: 'refused', sentence });
  });

  it('stops a model that proposes without end', async () => {
    const { proposals, web, questionOf } = setUp();
    const question = questionOf();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        proposals.propose({ ...call, arguments: { text: String(i) } }, question),
      ),
    );
    expect(web.proposed).toHaveLength(5);
    expect(new Set(results.slice(5).map(({ sentence }) => sentence)).size).toBe(1);
  });

  it('shows it when the person comes back, and not after it was decided', async () => {
    const { proposals, room, web, ana, ben, questionOf } = setUp();
    room.present = [ben];
    await proposals.propose(call, questionOf());
    expect(room.calls).toEqual([]);
    room.present = [ana, ben];
    proposals.connected(ana.id);
    await vi.waitFor(() => expect(web.shown).toHaveLength(1));
    proposals.connected(ana.id);
    await vi.waitFor(() => expect(room.calls).toHaveLength(2));
    const [approval] = web.approvals;
    if (approval) proposals.changed({ ...approval, state: 'approved' });
    proposals.connected(ana.id);
    await sleep(20);
    expect(room.calls).toHaveLength(2);
  });

  it('shows it to a host when whoever was asked has left, and not for a reload of their page', async () => {
    const { proposals, room, web, ana, ben, questionOf } = setUp();
    await proposals.propose({ ...call, approver: ben.name }, questionOf());
    const waiting = web.approvals[0] as ApprovalView;
    proposals.changed({ ...waiting, conflicts: [conflict] });
    await vi.waitFor(() => expect(web.shown).toHaveLength(1));
    const leave = () => {
      room.present = [ana];
      proposals.left(ben.id);
    };
    leave();
    room.present = [ana, ben];
    await sleep(40);
    expect(room.calls.map(({ who }) => who)).toEqual(['Ben']);
    leave();
    await vi.waitFor(() => expect(room.calls.map(({ who }) => who)).toEqual(['Ben', 'Ana']));
    expect(room.calls[1]?.payload).toMatchObject({ id: waiting.id, conflicts: [] });
    expect(web.shown).toHaveLength(1);
  });

  it('asks nobody in place of another who may not decide, and a host as soon as one comes', async () => {
    const { proposals, room, ana, ben, questionOf } = setUp();
    const cleo = personOf('Cleo Novak');
    await proposals.propose({ ...call, approver: ben.name }, questionOf());
    await vi.waitFor(() => expect(room.calls).toHaveLength(1));
    room.present = [cleo];
    proposals.left(ben.id);
    await sleep(40);
    expect(room.calls).toHaveLength(1);
    room.present = [cleo, ana];
    proposals.connected(cleo.id);
    proposals.connected(ana.id);
    await vi.waitFor(() => expect(room.calls.map(({ who }) => who)).toEqual(['Ben', 'Ana']));
  });

  it('tries again while the browser is not ready', async () => {
    const { proposals, room, web, ana, questionOf } = setUp();
    room.unreachable.add(ana.id);
    await proposals.propose(call, questionOf());
    setTimeout(() => room.unreachable.clear(), 25);
    await vi.waitFor(() => expect(web.shown).toHaveLength(1));
  });

  it('knows who may hear of the outcome, also of proposals of an earlier agent', async () => {
    const { proposals, web, questionOf } = setUp();
    await proposals.propose(call, questionOf({ audience: 'me', cause: null }));
    await proposals.propose({ ...call, arguments: {} }, questionOf({ audience: 'all', cause: null }));
    expect(web.approvals.map((approval) => proposals.audienceOf(approval))).toEqual(['me', 'all']);
    const later = setUp().proposals;
    expect(web.approvals.map((approval) => later.audienceOf(approval))).toEqual(['me', 'me']);
  });
});
