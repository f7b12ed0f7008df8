import { z } from 'zod/mini';
import { defineTool } from './tool.ts';

export const endMeeting = defineTool({
  name: 'endMeeting',
  description: 'End this meeting for everyone. Only when someone asks for exactly that.',
  arguments: z.object({}),
  title: 'End the meeting for everyone',
  fields: [],
  approvedBy: 'end',
  endsAtMs: () => null,
  repeatable: true,
  execute: (effects, _args, action) => effects.endMeeting(action),
});
