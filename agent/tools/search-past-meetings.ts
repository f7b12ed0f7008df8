import { llm } from '@livekit/agents';
import { z } from 'zod';
import { isoIn } from '../../lib/iso-in.ts';
import type { AssistantWeb } from '../assistant/assistant-web.ts';
import type { Question } from '../assistant/question.ts';

/** Earlier meetings: what the asker may read, or everyone present when everyone gets the answer. Web decides. */
export function searchPastMeetings(
  web: Pick<AssistantWeb, 'searchPast'>,
  { asker, audience }: Question,
  timeZone: string,
) {
  return llm.tool({
    name: 'searchPastMeetings',
    description: 'Find lines of earlier meetings by the words in them. Say from which meeting a line is.',
    parameters: z.object({ query: z.string().describe('The words that matter, without filler.') }),
    execute: async ({ query }) => {
      const lines = await web.searchPast({ query: query.slice(0, 500), askedBy: asker.id, audience });
      return {
        lines: lines.map(({ meetingTitle, atMs, speakerName, text }) => ({
          meeting: meetingTitle,
          at: isoIn(atMs, timeZone),
          speaker: speakerName,
          text,
        })),
      };
    },
  });
}
