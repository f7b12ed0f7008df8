import { llm } from '@livekit/agents';
import type { AssistantRoom } from '../assistant/assistant-room.ts';

export function whoIsHere(room: Pick<AssistantRoom, 'people'>) {
  return llm.tool({
    name: 'whoIsHere',
    description: 'The people who are in the meeting at this moment.',
    execute: async () => ({ people: room.people().map(({ name, role }) => ({ name, role })) }),
  });
}
