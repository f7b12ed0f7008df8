/** One message of each kind that only the server may send, such that a page that believes it shows or does something. */

import { type ControlMessage, controlMessageSchema } from '../../lib/control-messages.ts';
import { createId } from '../../lib/ids.ts';

type Samples = { [T in ControlMessage['type']]: Extract<ControlMessage, { type: T }> };

/** Word that every forged or staged text carries. */
export const planted = 'PLANTED';

/** Numbers that a page which has seen few of them takes for newer. */
const ahead = { chat: 900, hands: 900, polls: 900 };

/** `personId` is somebody in the room. What ends the meeting for the page comes last. */
export function controlSamples(personId: `par_${string}`): Samples {
  const by = planted;
  return {
    'transcript.changed': { type: 'transcript.changed' },
    'gaps.changed': { type: 'gaps.changed' },
    'recording.asked': { type: 'recording.asked', by },
    'assistant.changed': { type: 'assistant.changed' },
    'people.changed': { type: 'people.changed' },
    'microphone.mute': { type: 'microphone.mute', by, asks: 1 },
    'chat.message': {
      type: 'chat.message',
      message: {
        id: createId('msg'),
        seq: ahead.chat,
        senderId: personId,
        senderName: planted,
        text: planted,
        atMs: 1_000,
        offRecord: false,
      },
    },
    'hands.changed': { type: 'hands.changed', version: ahead.hands, hands: [personId], by: null },
    'board.opened': { type: 'board.opened', personId: createId('par'), by },
    'screen.stopped': { type: 'screen.stopped', how: 'by_host', by },
    reaction: { type: 'reaction', personId, name: planted, reaction: '🎉' },
    'poll.changed': {
      type: 'poll.changed',
      poll: {
        ...{ id: createId('pol'), version: ahead.polls, state: 'open', question: planted },
        ...{ choices: [planted, 'No'], multiple: false, anonymous: false, results: 'live' },
        ...{ askerId: personId, askerName: planted, askedAtMs: 1_000, offRecord: false },
        ...{ voted: 0, counts: [0, 0] },
      },
    },
    'polls.changed': { type: 'polls.changed' },
    'breakouts.changed': { type: 'breakouts.changed' },
    'breakouts.message': { type: 'breakouts.message', by, text: planted },
    'standing.changed': { type: 'standing.changed', role: 'viewer', silenced: true, by },
    'meeting.ended': { type: 'meeting.ended' },
  };
}

/** Kinds of the schema that have no sample, or one that is not of its kind: what the check would leave out. */
export function findUnsampled(samples: Record<string, unknown>): string[] {
  return controlMessageSchema.def.options.flatMap((option) => {
    const kinds = option.def.shape.type.def.values;
    return kinds.filter((kind) => !option.safeParse(samples[kind]).success);
  });
}
