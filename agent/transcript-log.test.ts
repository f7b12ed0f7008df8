import { describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { createTranscriptLog, type UnnumberedLine } from './transcript-log.ts';

const line: UnnumberedLine = {
  kind: 'speech',
  segmentId: 's',
  speaker: 'par_1',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 0,
  endMs: 1,
  text: 'Agreed.',
};

function setUp({ delivers = true } = {}) {
  const order: string[] = [];
  const health: boolean[] = [];
  const disk = { full: false };
  const log = createTranscriptLog({
    epoch: 2,
    spool: {
      append: ({ seq }) => {
        if (disk.full) throw new Error('ENOSPC');
        order.push(`spool ${seq}`);
      },
      acknowledge: () => undefined,
      close: ({ delivered }) => void order.push(`close ${delivered}`),
    },
    captions: {
      showFinal: ({ seq, epoch }) => void order.push(`show ${epoch}.${seq}`),
      showInterim: () => undefined,
      drain: async () => void order.push('drain'),
    },
    batcher: {
      add: ({ seq }) => void order.push(`batch ${seq}`),
      finish: async () => {
        order.push('finish');
        return delivers;
      },
    },
    logger: createLogger('test', 'silent'),
    onAdded: ({ seq, epoch }) => void order.push(`tell ${epoch}.${seq}`),
    onSpoolHealth: (healthy) => health.push(healthy),
  });
  return { log, order, health, disk };
}

describe(createTranscriptLog, () => {
  it('writes a line down before anyone sees it', () => {
    const { log, order } = setUp();
    log.add(line);
    expect(order).toEqual(['spool 1', 'show 2.1', 'batch 1', 'tell 2.1']);
    log.add(line);
    expect(order.slice(4)).toEqual(['spool 2', 'show 2.2', 'batch 2', 'tell 2.2']);
  });

  it('goes on with a full disk, says so once, and says when it is well again', () => {
    const { log, order, health, disk } = setUp();
    disk.full = true;
    log.add(line);
    log.add(line);
    disk.full = false;
    log.add(line);
    expect(health).toEqual([false, true]);
    expect(order.filter((each) => each.startsWith('show'))).toHaveLength(3);
  });

  it('keeps the spool when web has not taken everything', async () => {
    const { log, order } = setUp({ delivers: false });
    await log.close(100);
    expect(order).toEqual(['drain', 'finish', 'close false']);
  });
});
