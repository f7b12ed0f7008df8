/** What the agent does in one meeting: it joins, listens, writes down, and leaves in order. */
import { AutoSubscribe, type JobContext, type VAD } from '@livekit/agents';
import { RoomEvent } from '@livekit/rtc-node';
import { type DispatchMetadata, dispatchMetadataSchema } from '../lib/agent-messages.ts';
import { type Config, requireParts } from '../lib/config.ts';
import { createLogger, type Logger } from '../lib/logger.ts';
import { type AgentState, agentIdentity, type RoomMetadata } from '../lib/messages.ts';
import { createAppearance } from './appearance.ts';
import { openAssistant } from './assistant/open-assistant.ts';
import { createCaptions } from './captions.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createLineBatcher } from './line-batcher.ts';
import { createMeetingEars } from './meeting-ears.ts';
import { parseRoomMetadata } from './room-metadata.ts';
import { createSpeechToText } from './speech-to-text.ts';
import { openSpool } from './spool.ts';
import { watchForSuccessor } from './successor.ts';
import { createTranscriptLog } from './transcript-log.ts';
import { openVoice } from './voice/open-voice.ts';
import type { VoiceState } from './voice/voice.ts';
import { createVoiceTrack } from './voice/voice-track.ts';
import { createWebClient } from './web-client.ts';

/** How long a leaving job may take to deliver its last lines; the rest stays in the spool. */
const farewellMs = 10_000;

/** Runs one job; returns when the agent listens, and cleans up by the job's shutdown callback. */
export async function runMeetingJob(ctx: JobContext, vad: VAD, config: Config): Promise<void> {
  const dispatch = dispatchMetadataSchema.parse(JSON.parse(ctx.job.metadata));
  const { meetingId, epoch } = dispatch;
  const logger = createLogger('agent', config.logLevel).child({ meetingId, epoch });
  const { room } = ctx;

  let metadata = firstMetadata(ctx, dispatch, logger);
  let state: AgentState = 'joining';
  let spoolHealthy = true;
  const over = Promise.withResolvers<void>();
  const leave = (reason: string) => {
    over.resolve();
    ctx.shutdown(reason);
  };
  room.once(RoomEvent.Disconnected, () => over.resolve());
  const web = createWebClient(config.web.url ?? '', meetingId, dispatch.token);
  const heartbeat = startHeartbeat({
    web,
    state: () => state,
    onDismissed: leave,
    logger,
  });
  const showLook = createAppearance(() => room.localParticipant, logger);
  const now = () => Date.now() - metadata.meeting.startedAtMs;
  const show = () => {
    if (state === 'leaving') return;
    state = stateOf(metadata, spoolHealthy, voice.state);
    heartbeat.beat();
    showLook({ name: metadata.persona.name, state });
  };

  const spool = openSpool(config.agent.spoolFolder, { meetingId, epoch, token: dispatch.token });
  const captions = createCaptions(
    { sendText: async (text, options) => room.localParticipant?.sendText(text, options) },
    epoch,
    logger,
  );
  const batcher = createLineBatcher({ web, logger, onStored: (seq) => spool.acknowledge(seq) });
  const log = createTranscriptLog({
    epoch,
    spool,
    captions,
    batcher,
    logger,
    onAdded: (line) => assistant.hear(line),
    onSpoolHealth: (healthy) => {
      spoolHealthy = healthy;
      show();
    },
  });
  const track = createVoiceTrack();
  const voice = openVoice({
    config,
    track,
    identity: agentIdentity(meetingId, epoch),
    metadata: () => metadata,
    now,
    onLine: (line) => log.add(line),
    onCaption: (caption) => captions.showInterim(caption),
    onState: () => show(),
    logger,
  });
  const assistant = openAssistant({ room, config, dispatch, voice, metadata: () => metadata, now, logger });
  const ears = createMeetingEars({
    room,
    vad,
    ...speechModels(config, metadata.meeting),
    now,
    onLine(line) {
      log.add(line);
      if (line.kind === 'speech') voice.hearWords(line.trackSid, line.text, line.startMs);
    },
    onInterim(caption) {
      captions.showInterim(caption);
      if (caption.text !== '') voice.hearWords(caption.trackSid, caption.text, caption.startMs);
    },
    onVoice(speaker, voicedMs) {
      voice.hearVoice(speaker.trackSid, voicedMs);
      if (voicedMs > 0) assistant.speaking(speaker.identity);
    },
    logger,
  });

  ctx.addShutdownCallback(async () => {
    state = 'leaving';
    // Before the last lines are through: the next agent can start meanwhile.
    heartbeat.beat();
    await voice.close();
    await assistant.close(farewellMs);
    await ears.close();
    await log.close(farewellMs);
    await heartbeat.stop();
    logger.info('left the meeting');
    // Releasing the native library can hang for ever (agents-js#1905); by now everything is delivered.
    setTimeout(() => process.exit(0), 20_000).unref();
  });
  // A killed worker cannot end its jobs, and the framework would end them in 15 s without their last lines.
  process.once('disconnect', () => leave('the worker is gone'));
  room.on(RoomEvent.RoomMetadataChanged, (text) => {
    const parsed = parseRoomMetadata(text);
    if (!parsed.ok) return logger.error({ reason: parsed.reason }, 'changed room metadata ignored');
    metadata = parsed.metadata;
    ears.setPaused(metadata.features.paused);
    assistant.changed();
    show();
  });

  const successor = watchForSuccessor(room, dispatch, () => leave('superseded'));
  await ctx.connect(undefined, AutoSubscribe.SUBSCRIBE_NONE);
  successor.check();
  const connected = parseRoomMetadata(room.metadata);
  if (connected.ok) metadata = connected.metadata;
  ears.setPaused(metadata.features.paused);
  ears.open();
  show();
  // LiveKit does not answer for 10 s in a room that closes meanwhile, and the framework waits for this function.
  await Promise.race([track.publish(room), over.promise]);
  logger.info('listens');
  assistant.join();
}

function stateOf(metadata: RoomMetadata, spoolHealthy: boolean, voice: VoiceState): AgentState {
  if (metadata.features.paused) return 'paused';
  if (!spoolHealthy) return 'degraded';
  return voice === 'idle' ? 'listening' : voice;
}

/** The metadata at dispatch; a room without usable metadata is heard all the same, from now on as zero. */
function firstMetadata(ctx: JobContext, { meetingId }: DispatchMetadata, logger: Logger): RoomMetadata {
  const parsed = parseRoomMetadata(ctx.job.room?.metadata);
  if (parsed.ok) return parsed.metadata;
  logger.error({ reason: parsed.reason }, 'room metadata cannot be used, defaults taken');
  return {
    v: 1,
    meeting: { id: meetingId, title: '', language: 'en', startedAtMs: Date.now(), timeZone: 'UTC' },
    persona: { name: 'AI participant', instructions: '', mode: 'silent', voice: 'default', greeting: '' },
    features: { paused: false, muted: false, dismissed: false, recording: false, picture: false },
  };
}

function speechModels(config: Config, { id, language }: RoomMetadata['meeting']) {
  const { speech } = requireParts(config, 'speech');
  // A server without keys shares its turns by caller: each meeting is one.
  const models = { baseUrl: speech.baseUrl, apiKey: speech.apiKey ?? id, language };
  return {
    final: createSpeechToText({ ...models, model: speech.model }),
    interim: speech.interimModel ? createSpeechToText({ ...models, model: speech.interimModel }) : null,
  };
}
