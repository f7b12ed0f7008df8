import { z } from 'zod/mini';
import { limits } from '../messages.ts';
import { names, words } from './arguments.ts';
import { defineTool } from './tool.ts';

export const sendFollowUpMail = defineTool({
  name: 'sendFollowUpMail',
  description:
    'Send a mail to people of this meeting; an empty list means everyone. Write the whole mail. It cannot reach anybody else.',
  arguments: z.object({ to: names, subject: words(limits.title), body: words(10_000) }),
  title: 'Send a mail',
  fields: [
    { key: 'to', label: 'To', kind: 'names', emptyMeansEveryone: true },
    { key: 'subject', label: 'Subject', kind: 'line' },
    { key: 'body', label: 'Text', kind: 'text' },
  ],
  approvedBy: 'moderate',
  endsAtMs: () => null,
  repeatable: true,
  execute: (effects, args, action) => effects.mailPeople(action, args),
});
