/**
 * A participant like any other, with a valid token of its own, who sends what it likes: raw packets on the data channels
 * of a real livekit-client, requests of the signal connection, calls to LiveKit and to web.
 */
import { createRequire } from 'node:module';
import { DataPacket, UserPacket } from '@livekit/protocol';
import type * as LiveKit from 'livekit-client';
import type { Joined } from '../../lib/messages.ts';
import { openVisitor } from '../browser.ts';
import { createApiClient } from '../rehearsal/api-client.ts';
import { type Channel, tapPackets, type Wiretap } from './wiretap.ts';

/** A packet of the data channels, as far as it is filled in. */
export type Packet = NonNullable<ConstructorParameters<typeof DataPacket>[0]>;

export interface Intruder extends AsyncDisposable {
  joined: Joined;
  /** What livekit-server calls this connection. */
  sid: string;
  /** Sends a packet as it is, whatever it says about its sender. */
  send(packet: Packet, channel?: Channel): Promise<void>;
  /** Sends a packet that means nothing, behind all that was sent; resolves with the mark that it carries. */
  sendMark(): Promise<string>;
  takeArrived: Wiretap['takeArrived'];
  /** Runs a function in the intruder's page: `done`, or why not. What has no answer in time was refused. */
  withRoom<A>(
    act: (room: LiveKit.Room, argument: A) => Promise<unknown>,
    argument: A,
    waitMs?: number,
  ): Promise<string>;
}

/** Topic of packets that no receiver knows. */
export const markTopic = 'hostile.mark';

const clientScript = createRequire(import.meta.url).resolve('livekit-client');
const patienceMs = 1_500;

interface IntruderWindow {
  LivekitClient: typeof LiveKit;
  room: LiveKit.Room;
}

/** Joins a meeting by its code, as anyone may who has the link. */
export async function joinAsIntruder(baseUrl: string, code: string, name: string): Promise<Intruder> {
  await using opening = new AsyncDisposableStack();
  const joined = await createApiClient(baseUrl).join(code, { name });
  const { page } = opening.use(await openVisitor());
  const tap = await tapPackets(page);
  await page.addInitScript({ path: clientScript });
  // A page without content and without a policy; its address is a secure context.
  await page.goto(joined.serverUrl.replace(/^ws/, 'http'));
  const sid = await page.evaluate(
    async ([url, token]) => {
      const here = window as unknown as IntruderWindow;
      here.room = new here.LivekitClient.Room();
      await here.room.connect(url, token, { autoSubscribe: false });
      // Opens the data channels.
      await here.room.localParticipant.publishData(new Uint8Array([0]), { reliable: true, topic: 'hello' });
      return here.room.localParticipant.sid;
    },
    [joined.serverUrl, joined.token] as const,
  );
  let marks = 0;
  const opened = opening.move();
  const intruder: Intruder = {
    ...{ joined, sid, takeArrived: tap.takeArrived },
    send: (packet, channel = '_reliable') => tap.send(new DataPacket(packet).toBinary(), channel),
    async sendMark() {
      marks += 1;
      const mark = `mark-${marks}`;
      const value = new UserPacket({ topic: markTopic, payload: new TextEncoder().encode(mark) });
      await intruder.send({ value: { case: 'user', value } });
      return mark;
    },
    withRoom: (act, argument, waitMs = patienceMs) =>
      page.evaluate(
        async ([source, given, limitMs]) => {
          const { room } = window as unknown as IntruderWindow;
          const run = new Function(`return (${source})`)() as (room: LiveKit.Room, given: unknown) => unknown;
          const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), limitMs));
          const done = Promise.resolve(run(room, given)).then(
            () => 'done',
            (error: Error) => `refused: ${error.message}`,
          );
          return Promise.race([done, late]);
        },
        [act.toString(), argument as unknown, waitMs] as const,
      ),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
  return intruder;
}
