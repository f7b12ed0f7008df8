import { z } from 'zod/mini';
import { limits } from '../messages.ts';
import { planningLimits } from '../planning.ts';
import { moment, names, words } from './arguments.ts';
import { defineTool } from './tool.ts';

export const scheduleMeeting = defineTool({
  name: 'scheduleMeeting',
  description:
    'Plan a meeting: it gets a link, and the attendees get an invitation with a calendar entry. Use it when someone asks for a meeting, a follow-up or an appointment. Leave out the AI participant; include whoever asks.',
  arguments: z.object({
    title: words(limits.title),
    startsAt: moment,
    durationMinutes: z.int().check(z.gte(5), z.lte(planningLimits.minutes)),
    attendees: names,
  }),
  title: 'Schedule a meeting',
  fields: [
    { key: 'title', label: 'Title', kind: 'line' },
    { key: 'startsAt', label: 'Starts', kind: 'moment' },
    { key: 'durationMinutes', label: 'Length', kind: 'minutes' },
    { key: 'attendees', label: 'Attendees', kind: 'names' },
  ],
  approvedBy: 'speak',
  endsAtMs: ({ startsAt }) => Date.parse(startsAt),
  repeatable: true,
  execute: (effects, args, action) => effects.planMeeting(action, args),
});
