/**
 * What is kept of a meeting: every final line gets its number, is written to the spool, then shown, then carried
 * to web. In this order no line that anyone saw can be lost, whichever process dies.
 */
import type { Logger } from '../lib/logger.ts';
import type { TranscriptLine } from '../lib/messages.ts';
import type { Captions } from './captions.ts';
import type { LineBatcher } from './line-batcher.ts';
import type { Spool } from './spool.ts';

export type UnnumberedLine = Omit<TranscriptLine, 'epoch' | 'seq'>;

export interface TranscriptLog {
  /** Numbers, keeps, shows and delivers one final line. Never throws. */
  add(line: UnnumberedLine): void;
  /** Delivers the rest within `deadlineMs`; what web has not taken stays in the spool for a later worker. */
  close(deadlineMs: number): Promise<void>;
}

interface TranscriptLogOptions {
  epoch: number;
  spool: Spool;
  captions: Captions;
  batcher: LineBatcher;
  logger: Logger;
  /** Told of each line when it has its number and is on its way. */
  onAdded: (line: TranscriptLine) => void;
  /** Told once when the disk refuses a line, and once when it takes lines again. */
  onSpoolHealth: (healthy: boolean) => void;
}

export function createTranscriptLog(options: TranscriptLogOptions): TranscriptLog {
  const { epoch, spool, captions, batcher, logger, onAdded, onSpoolHealth } = options;
  let seq = 0;
  let healthy = true;

  const keep = (line: TranscriptLine) => {
    try {
      spool.append(line);
      if (!healthy) onSpoolHealth(true);
      healthy = true;
    } catch (error) {
      // Memory still holds the line until web has it: the meeting goes on, and the state says what is wrong.
      if (healthy) logger.error({ err: error }, 'the spool takes no lines; a kill would now lose some');
      if (healthy) onSpoolHealth(false);
      healthy = false;
    }
  };

  return {
    add(unnumbered) {
      seq += 1;
      const line: TranscriptLine = { epoch, seq, ...unnumbered };
      keep(line);
      captions.showFinal(line);
      batcher.add(line);
      onAdded(line);
    },
    async close(deadlineMs) {
      await captions.drain(Math.min(deadlineMs, 5_000));
      const delivered = await batcher.finish(deadlineMs);
      spool.close({ delivered });
      if (!delivered) logger.warn('lines left in the spool for a later worker');
    },
  };
}
