import type { Joined } from '../../lib/messages.ts';
import type { Answers } from './answer-approvals.ts';
import type { ApiClient } from './api-client.ts';
import { type AssistantWatch, watchAssistant } from './assistant-watch.ts';
import { type Attending, enter, messageOf, observer, type Person } from './cast.ts';
import { nowMs } from './clock.ts';
import type { Recording } from './folder.ts';
import type { Performance } from './perform-meeting.ts';

interface Gathered {
  hostJoined: Joined;
  /** Resolves when the agent listens. */
  listening: Promise<void>;
  assistant: AssistantWatch;
}

interface Entrance {
  /** Grows with each who joins. */
  people: Person[];
  clients: {
    /** Made the meeting. */
    host: ApiClient;
    clientOf: (speaker: Attending) => ApiClient;
    anyone: () => ApiClient;
  };
  code: string;
  answers: Answers;
}

/** Everybody joins, the host first. Someone who cannot is missed, but without a host there is no meeting. */
export async function gather(
  { speakers, sampleRate }: Recording,
  { evidence, problems }: Performance,
  { people, clients, code, answers }: Entrance,
): Promise<Gathered> {
  const listening = Promise.withResolvers<void>();
  const assistant = watchAssistant(evidence);
  const identities = new Map<string, string>();
  evidence.identities = identities;
  let joinedAtMs: number | null = null;

  const onJoined = (speaker: Attending, joined: Joined) => {
    joinedAtMs ??= nowMs();
    evidence.startedAtMs ??= joined.meeting.startedAtMs;
    if (speaker !== observer) identities.set(speaker.id, joined.participantId);
  };
  const onAgentState = ({ state }: { state: string }) => {
    assistant.state(state);
    if (state !== 'listening') return;
    evidence.readyMs ??= nowMs() - (joinedAtMs ?? nowMs());
    listening.resolve();
  };
  const clientOf = (speaker: Attending) => {
    if (speaker === observer) return clients.anyone();
    return speaker === speakers[0] ? clients.host : clients.clientOf(speaker);
  };

  for (const speaker of [...speakers, observer]) {
    const entering = enter(
      speaker,
      { api: clientOf(speaker), code },
      {
        sampleRate,
        onJoined: (joined) => onJoined(speaker, joined),
        onCaption: (caption) => evidence.captions.push(caption),
        onAgentState,
        ...(speaker === observer ? { onSound: assistant.sound } : {}),
        onApproval: (view, atMs) => {
          evidence.shown.push({ speaker: speaker.id, atMs, view });
          answers.shown(speaker, view);
        },
        onLost: (reason) => problems.push(reason),
      },
    );
    try {
      people.push(await entering);
    } catch (error) {
      if (speaker === speakers[0]) throw error;
      problems.push(`${speaker.name} could not join: ${messageOf(error)}`);
    }
  }
  const hostJoined = people[0]?.attendee.joined;
  if (!hostJoined) throw new Error('the host is not there');
  return { hostJoined, listening: listening.promise, assistant };
}
