/** The AI participant's mind in a LiveKit room: its calls to web, the calls of browsers, and who connects. */
import { type Room, RoomEvent } from '@livekit/rtc-node';
import type { DispatchMetadata } from '../../lib/agent-messages.ts';
import { rulesModel } from '../../lib/assistant-brief.ts';
import { askMethod } from '../../lib/assistant-messages.ts';
import type { Config } from '../../lib/config.ts';
import type { Logger } from '../../lib/logger.ts';
import type { RoomMetadata } from '../../lib/messages.ts';
import { type Assistant, createAssistant } from '../assistant.ts';
import type { Voice } from '../voice/voice.ts';
import { createAssistantRoom } from './assistant-room.ts';
import { createAssistantWeb } from './assistant-web.ts';
import { followEvents } from './event-stream.ts';

interface OpenAssistantOptions {
  room: Room;
  config: Config;
  dispatch: DispatchMetadata;
  voice: Voice;
  metadata: () => RoomMetadata;
  /** Milliseconds of the meeting's clock. */
  now: () => number;
  logger: Logger;
}

/** `join` once the room is connected: before that nobody can call, and nobody can be called. */
export function openAssistant(options: OpenAssistantOptions): Assistant & { join(): void } {
  const { room, config, dispatch, voice, metadata, now, logger } = options;
  const { meetingId, token } = dispatch;
  const webUrl = config.web.url ?? '';
  const assistant = createAssistant({
    voice,
    web: createAssistantWeb(webUrl, meetingId, token),
    room: createAssistantRoom(room),
    followEvents: (after, onEvent, signal) =>
      followEvents({
        ...{ token, after, onEvent, logger, signal },
        url: `${webUrl}/api/agent/meetings/${meetingId}/events`,
      }),
    metadata,
    by: config.chat?.model === rulesModel ? 'rules' : 'model',
    now,
    dateNowMs: () => Date.now() + config.dateOffsetMs,
    logger,
  });
  room.on(RoomEvent.ParticipantConnected, ({ identity }) => assistant.connected(identity));
  room.on(RoomEvent.ParticipantDisconnected, ({ identity }) => assistant.left(identity));
  return {
    ...assistant,
    join() {
      room.localParticipant?.registerRpcMethod(askMethod, async ({ callerIdentity, payload }) =>
        JSON.stringify(assistant.ask(callerIdentity, payload)),
      );
      assistant.open().catch((error) => logger.warn({ err: error }, 'the AI participant was not briefed'));
    },
  };
}
