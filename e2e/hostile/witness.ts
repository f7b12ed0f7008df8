/** Sees what comes of something that is sent: on the victim's screen, by its browser, in the database, from the agent. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataPacket } from '@livekit/protocol';
import type { Sql } from 'postgres';
import { captionLifetimeMs } from '../../web/client/features/captions/transcript-state.ts';
import type { Intruder } from './intruder.ts';
import { watchRows } from './rows.ts';
import type { ScreenWatch } from './screen-watch.ts';
import type { Wiretap } from './wiretap.ts';

/** Calls are apart: pages make some of them from time to time anyway. */
export const isCall = (happening: string) => happening.startsWith('called ');

export interface Witness {
  /** What has happened since the last look, a sentence each, and what the victim received meanwhile. */
  look(): Promise<{ happened: string[]; received: DataPacket[] }>;
  /** Waits until the victim has received all that the intruder sent before, and has had time to act on it. */
  settle(intruder: Intruder): Promise<void>;
  /** Waits until nothing but calls has happened for a while; gives what still goes on when that does not come. */
  rest(): Promise<string[]>;
}

interface WitnessOptions {
  sql: Sql;
  screen: ScreenWatch;
  tap: Wiretap;
  intruderId: string;
}

/** For what a page does on its own after a message: paint, call web. */
const reactionMs = 120;
const arrivalTimeoutMs = 4_000;
/** Longer than a caption stays over the stage. */
const restMs = captionLifetimeMs + 2_000;
const restTimeoutMs = 90_000;

export async function createWitness({ sql, screen, tap, intruderId }: WitnessOptions): Promise<Witness> {
  const changedRows = await watchRows(sql, intruderId);
  let received: DataPacket[] = [];
  let isCutOff = false;
  const receive = async () => {
    received = received.concat(await tap.takeArrived());
  };
  const look: Witness['look'] = async () => {
    await receive();
    const happened = [...(await screen.take()), ...(await changedRows())];
    if (isCutOff) happened.push('the victim receives nothing any more');
    isCutOff = false;
    const taken = received;
    received = [];
    return { happened, received: taken };
  };
  return {
    look,
    async rest() {
      for (const deadline = Date.now() + restTimeoutMs; ; ) {
        await sleep(restMs);
        const happened = (await look()).happened.filter((each) => !isCall(each));
        if (happened.length === 0 || Date.now() > deadline) return happened;
      }
    },
    async settle(intruder) {
      const mark = await intruder.sendMark();
      const deadline = Date.now() + arrivalTimeoutMs;
      for (;;) {
        await receive();
        if (received.some((packet) => textOf(packet) === mark)) break;
        if (Date.now() > deadline) {
          isCutOff = true;
          break;
        }
        await sleep(10);
      }
      await sleep(reactionMs);
    },
  };
}

function textOf({ value }: DataPacket): string | null {
  return value.case === 'user' ? new TextDecoder().decode(value.value.payload) : null;
}
