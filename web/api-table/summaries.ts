import { earlierAnswerSchema } from '../../lib/earlier.ts';
import { openReadLinkSchema, readLinkAnswerSchema, subscriptionSchema } from '../../lib/mail-messages.ts';
import { afterAnswerSchema, requestSummarySchema, summaryAnswerSchema } from '../../lib/summary.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const summaryGroup: ApiGroup = {
  name: 'After a meeting',
  routes: [
    describeRoute('GET /api/meetings/:id/summary', {
      summary: 'The summary with the lines that each item comes from, and its versions',
      access: 'meeting',
      query: { version: 'Of that number; without it the newest' },
      answer: { status: 200, schema: summaryAnswerSchema },
    }),
    describeRoute('POST /api/meetings/:id/summary', {
      summary: 'Have the summary written again, by a template or own instructions; nothing is mailed again',
      access: 'edit',
      request: requestSummarySchema,
      answer: { status: 202 },
    }),
    describeRoute('GET /api/meetings/:id/earlier', {
      summary: 'What the meeting that this one continues has settled and left open, for those who may see it',
      access: 'meeting',
      answer: { status: 200, schema: earlierAnswerSchema },
    }),
    describeRoute('GET /api/meetings/:id/after', {
      summary: 'How far all that follows the end of the meeting is',
      access: 'meeting',
      answer: { status: 200, schema: afterAnswerSchema },
    }),
    describeRoute('POST /api/read-links', {
      summary:
        'Open the link of a summary mail: this browser may read its meeting from then on, and change nothing',
      access: 'anyone',
      request: openReadLinkSchema,
      answer: { status: 200, schema: readLinkAnswerSchema },
    }),
    describeRoute('GET /api/unsubscribe/:token', {
      summary: 'Whether the address of this link gets summaries by mail',
      access: 'anyone',
      answer: { status: 200, schema: subscriptionSchema },
    }),
    describeRoute('POST /api/unsubscribe/:token', {
      summary: 'Send this address no more summaries; also what mailboxes call by themselves (RFC 8058)',
      access: 'anyone',
      answer: { status: 200, schema: subscriptionSchema },
    }),
    describeRoute('DELETE /api/unsubscribe/:token', {
      summary: 'Send summaries to this address again',
      access: 'anyone',
      answer: { status: 200, schema: subscriptionSchema },
    }),
  ],
};
