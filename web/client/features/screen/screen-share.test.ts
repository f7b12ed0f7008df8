import { describe, expect, test } from 'vitest';
import type { ScreenHolder } from '../../../../lib/screen-messages.ts';
import { type Captured, createScreenShare } from './screen-share.ts';

const ana = { id: 'par_01JD0000000000000000000001', name: 'Ana' } as const;
const ben = { id: 'par_01JD0000000000000000000002', name: 'Ben' } as const;
const granted: ScreenHolder = { granted: true, holder: ana };
const heldBy = (holder: ScreenHolder['holder']): ScreenHolder => ({ granted: false, holder });

interface Script {
  /** What web answers, one after the other. */
  answers?: (ScreenHolder | Error)[];
  /** The person chooses no screen. */
  chooses?: boolean;
  publishFails?: boolean;
}

function open({ answers = [granted], chooses = true, publishFails = false }: Script = {}) {
  const log: string[] = [];
  const end = Promise.withResolvers<void>();
  const share = createScreenShare<Captured>({
    async capture() {
      log.push('capture');
      return chooses ? { ended: end.promise, stop: () => log.push('stop') } : null;
    },
    async take({ from }) {
      log.push(`take ${from === ben.id ? 'from Ben' : from}`);
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer;
      return answer;
    },
    release: async () => void log.push('release'),
    async publish() {
      log.push('publish');
      if (publishFails) throw new Error('no');
    },
    onProblem: () => log.push('problem'),
  });
  return { share, log, endByBrowser: () => end.resolve() };
}

describe(createScreenShare, () => {
  test('chooses a screen, takes the lock, and shares', async () => {
    const { share, log } = open();
    await share.start(null);
    expect([share.getState().status, log]).toEqual(['sharing', ['capture', 'take null', 'publish']]);
    share.stop();
    expect([share.getState().status, log.slice(3)]).toEqual(['idle', ['stop', 'release']]);
  });

  test('asks before it takes over, and does nothing when the answer is no', async () => {
    const { share, log } = open();
    await share.start(ben);
    expect(share.getState()).toEqual({ status: 'asking', holder: ben });
    share.stop();
    expect([share.getState().status, log]).toEqual(['idle', []]);
    await share.start(ben);
    await share.takeOver();
    expect([share.getState().status, log]).toEqual(['sharing', ['capture', 'take from Ben', 'publish']]);
  });

  test('asks when somebody was first, and keeps the screen that was chosen', async () => {
    const { share, log } = open({ answers: [heldBy(ben), granted] });
    await share.start(null);
    expect(share.getState()).toEqual({ status: 'asking', holder: ben });
    await share.takeOver();
    expect(log).toEqual(['capture', 'take null', 'take from Ben', 'publish']);
    expect(share.getState().status).toBe('sharing');
  });

  test('lets go of the screen when the person who was second leaves it at that', async () => {
    const { share, log } = open({ answers: [heldBy(ben)] });
    await share.start(null);
    share.stop();
    expect([share.getState().status, log.at(-1)]).toEqual(['idle', 'stop']);
  });

  test('takes nothing when no screen was chosen', async () => {
    const { share, log } = open({ chooses: false });
    await share.start(null);
    expect([share.getState().status, log]).toEqual(['idle', ['capture']]);
  });

  test('ends with the button of the browser', async () => {
    const { share, log, endByBrowser } = open();
    await share.start(null);
    endByBrowser();
    await Promise.resolve();
    await Promise.resolve();
    expect([share.getState().status, log.slice(3)]).toEqual(['idle', ['stop', 'release']]);
  });

  test('frees everything and says so when web refuses, or when it cannot be sent', async () => {
    const refused = open({ answers: [new Error('Only hosts can share.')] });
    await refused.share.start(null);
    expect(refused.log).toEqual(['capture', 'take null', 'stop', 'release', 'problem']);
    const failed = open({ publishFails: true });
    await failed.share.start(null);
    expect(failed.log).toEqual(['capture', 'take null', 'publish', 'stop', 'release', 'problem']);
    expect([refused.share.getState().status, failed.share.getState().status]).toEqual(['idle', 'idle']);
  });

  test('lets go of a screen that is chosen after the share was called off', async () => {
    const { share, log } = open();
    const started = share.start(null);
    share.stop();
    await started;
    expect([share.getState().status, log]).toEqual(['idle', ['capture', 'release', 'stop']]);
  });

  test.each([
    ['goes on after a reconnect', true, granted, true],
    ['ends when others do not see it any more', false, granted, false],
    ['ends when somebody took its place', true, heldBy(ben), false],
  ])('%s', async (_name, isPublished, answer, goesOn) => {
    const { share } = open({ answers: [granted, answer] });
    await share.start(null);
    expect(await share.reconnected(isPublished)).toBe(goesOn);
    expect(share.getState().status).toBe(goesOn ? 'sharing' : 'idle');
  });
});
