/**
 * An agent that writes for a whole crowd: it is in a meeting as its newest agent would be and sends captions at a
 * fixed rate. Owns a LiveKit connection and the signs of life that web wants of an agent.
 */
import { Room } from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import { createCaptions, type InterimCaption, type TextSender } from '../../agent/captions.ts';
import { startHeartbeat } from '../../agent/heartbeat.ts';
import { createWebClient } from '../../agent/web-client.ts';
import type { Database } from '../../db/database.ts';
import { grantEpoch } from '../../db/queries/epochs.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { agentIdentity, agentStateAttribute } from '../../lib/messages.ts';
import type { Instance } from '../../local/instance.ts';
import { createTokens } from '../../web/tokens.ts';

export const updatesPerSecond = 20;
/** The last of them is the final line; its text ends with the number of the line in brackets. */
const updatesPerLine = 10;
const words =
  'we should look at the figures of the second quarter before anybody decides about the launch'.split(' ');
/** Two lines a second. */
const lineMs = (updatesPerLine * 1_000) / updatesPerSecond;
const logger = createLogger('caption-storm', 'silent');
const speakers = ['Ben Carter', 'Chloe Martin', 'Dmitri Orlov'];

export interface CaptionStorm extends AsyncDisposable {
  /** Nothing is sent before. */
  start(): void;
  /** Updates that have gone out. */
  sent(): number;
  /** Sends nothing more; resolves with the text of the last final line when all are out. */
  stop(): Promise<string>;
}

interface StormOptions {
  meetingId: MeetingId;
  /** Where its first line begins, milliseconds of the meeting. */
  fromMs: number;
}

/** Resolves when the agent is in. */
export async function openCaptionStorm(
  instance: Instance,
  { db }: Database,
  { meetingId, fromMs }: StormOptions,
): Promise<CaptionStorm> {
  await using opening = new AsyncDisposableStack();
  const epoch = await grantEpoch(db, meetingId);
  const room = await enterAsAgent(instance.env, { meetingId, epoch, opening });
  await showLife(instance, { meetingId, epoch, opening });

  let sent = 0;
  const sender: TextSender = {
    async sendText(text, options) {
      await room.localParticipant?.sendText(text, options);
      sent += 1;
    },
  };
  const captions = createCaptions(sender, epoch, logger);
  let shown = 0;
  let lastLine = '';
  const show = () => {
    const { caption, seq } = updateAt(shown, fromMs);
    shown += 1;
    if (seq === null) return captions.showInterim(caption);
    lastLine = caption.text;
    captions.showFinal({ ...caption, epoch, seq, kind: 'speech', endMs: caption.startMs + lineMs });
  };
  let timer: NodeJS.Timeout | undefined;
  opening.defer(() => clearInterval(timer));

  const running = opening.move();
  return {
    start() {
      const startedAtMs = performance.now();
      // By the clock: a timer of a busy machine comes late.
      timer = setInterval(() => {
        const due = ((performance.now() - startedAtMs) * updatesPerSecond) / 1_000;
        while (shown < due) show();
      }, 1_000 / updatesPerSecond);
    },
    sent: () => sent,
    async stop() {
      clearInterval(timer);
      await captions.drain(5_000);
      return lastLine;
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** What is sent as number `count`; `seq` is null while its line goes on. */
function updateAt(count: number, fromMs: number): { caption: InterimCaption; seq: number | null } {
  const index = Math.floor(count / updatesPerLine);
  const step = (count % updatesPerLine) + 1;
  const speaker = index % speakers.length;
  const caption = {
    segmentId: `storm-${index}`,
    speaker: `storm-${speaker}`,
    speakerName: speakers[speaker] ?? '',
    trackSid: `TR_storm-${speaker}`,
    startMs: fromMs + index * lineMs,
    text: `${words.slice(0, step + 6).join(' ')} (${index + 1})`,
  };
  return { caption, seq: step === updatesPerLine ? index + 1 : null };
}

interface Job {
  meetingId: MeetingId;
  epoch: number;
  opening: AsyncDisposableStack;
}

async function enterAsAgent(env: Instance['env'], { meetingId, epoch, opening }: Job): Promise<Room> {
  const token = new AccessToken(env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET, {
    identity: agentIdentity(meetingId, epoch),
    attributes: { [agentStateAttribute]: 'listening' },
  });
  token.kind = 'agent';
  token.addGrant({ roomJoin: true, room: meetingId, agent: true, canPublish: true, canPublishData: true });
  const room = new Room();
  await room.connect(env.LIVEKIT_URL ?? '', await token.toJwt(), { autoSubscribe: false, dynacast: false });
  opening.defer(() => room.disconnect());
  return room;
}

/** Web puts the agents of older epochs out, and dispatches no newer one. */
async function showLife({ url, env }: Instance, { meetingId, epoch, opening }: Job): Promise<void> {
  const token = await createTokens(env.PARLEY_SECRET ?? '').signAgent({ meetingId, epoch });
  const heartbeat = startHeartbeat({
    web: createWebClient(url, meetingId, token),
    state: () => 'listening',
    onDismissed: () => undefined,
    logger,
  });
  heartbeat.beat();
  opening.defer(() => heartbeat.stop());
}
