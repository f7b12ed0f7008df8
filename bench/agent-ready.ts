/** From the first join answered to an agent that listens, against a bare participant that enters and says so. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import { createApiClient } from '../e2e/rehearsal/api-client.ts';
import { connectAttendee } from '../e2e/rehearsal/attendee.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { agentStateAttribute } from '../lib/messages.ts';
import { awaitAttribute } from './await-attribute.ts';
import { bareToken, startBareParticipant } from './bare-orders.ts';
import type { BenchContext, Benchmark } from './context.ts';

const warmRuns = 20;
const coldRuns = 5;
/** A worker makes its next warm process after giving one away. */
const rewarmMs = 5_000;

export const agentReady: Benchmark = {
  name: 'agent-ready',
  models: 'stand-in',
  async run(context) {
    const times = {
      warm: [] as number[],
      cold: [] as number[],
      bareWarm: [] as number[],
      bareCold: [] as number[],
    };
    for (let run = 0; run < warmRuns; run++) {
      await sleep(rewarmMs, undefined, { signal: context.signal });
      times.warm.push(...(await joinMeetings(context, 1)));
      times.bareWarm.push(await enterBare(context, 'warm'));
    }
    context.onProgress('warm starts are done, now cold ones');
    for (let run = 0; run < coldRuns; run++) {
      await sleep(rewarmMs, undefined, { signal: context.signal });
      // One warm process is kept: the later of two meetings that begin together gets a cold one.
      times.cold.push(Math.max(...(await joinMeetings(context, 2))));
      times.bareCold.push(await enterBare(context, 'cold'));
    }
    return [
      {
        name: 'agent ready p95, warm',
        value: percentile(times.warm, 0.95) ?? Number.NaN,
        unit: 'ms',
        baseline: { name: 'bare participant', value: percentile(times.bareWarm, 0.95) ?? Number.NaN },
        goal: { of: 'value', atMost: 500 },
      },
      {
        name: 'agent ready p95, cold',
        value: percentile(times.cold, 0.95) ?? Number.NaN,
        unit: 'ms',
        baseline: {
          name: 'bare participant in a new process',
          value: percentile(times.bareCold, 0.95) ?? Number.NaN,
        },
        goal: null,
      },
    ];
  },
};

/** Opens meetings at the same moment and ends them; milliseconds until each one was listened to. */
async function joinMeetings({ instance }: BenchContext, count: number): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const api = createApiClient(instance.url);
      const meeting = await api.createMeeting('Bench');
      const joined = await api.join(meeting.code, { name: 'Ana', email: 'ana@example.test' });
      const joinedAtMs = nowMs();
      const listening = Promise.withResolvers<number>();
      const attendee = await connectAttendee({
        joined,
        onCaption: () => undefined,
        onAgentState: ({ state }) => {
          if (state === 'listening') listening.resolve(nowMs());
        },
        onLost: (reason) => listening.reject(new Error(reason)),
      });
      const readyMs = (await listening.promise) - joinedAtMs;
      attendee.expectDisconnect();
      await api.end(joined);
      await attendee.disconnect();
      return readyMs;
    }),
  );
}

/** The same without Parley: a participant is told to enter, and another one who enters meanwhile sees it. */
async function enterBare({ instance }: BenchContext, process: 'warm' | 'cold'): Promise<number> {
  const { LIVEKIT_URL: url = '', LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = instance.env;
  const rooms = new RoomServiceClient(url.replace('ws', 'http'), key, secret);
  const name = `bare-${nowMs()}`;
  await rooms.createRoom({ name });
  const token = await bareToken(instance.env, name, 'bare');
  const watcherToken = await bareToken(instance.env, name, 'watcher');
  await using entered = new AsyncDisposableStack();
  const warm = process === 'warm' ? entered.use(await startBareParticipant()) : null;

  const startedAtMs = nowMs();
  const seen = awaitAttribute({ url, token: watcherToken, identity: 'bare', attribute: agentStateAttribute });
  const bare = warm ?? entered.use(await startBareParticipant());
  await bare.connect({ url, token, attributes: { [agentStateAttribute]: 'listening' }, hears: false });
  const readyMs = (await seen) - startedAtMs;
  await rooms.deleteRoom(name);
  return readyMs;
}
