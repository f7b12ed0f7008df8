import { llm } from '@livekit/agents';
import { z } from 'zod';
import type { Memory } from '../assistant/memory.ts';

const mostLines = 12;

/** Lines of this meeting about something: what did not fit into the prompt of a long meeting. */
export function searchTranscript(memory: Pick<Memory, 'search'>) {
  return llm.tool({
    name: 'searchTranscript',
    description:
      'Find lines of this meeting by the words in them. Use it when the transcript that you were given does not say.',
    parameters: z.object({ query: z.string().describe('The words that matter, without filler.') }),
    execute: async ({ query }) => ({ lines: memory.search(query, mostLines) }),
  });
}
