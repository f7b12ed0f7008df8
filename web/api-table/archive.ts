import { askArchiveSchema, searchAnswerSchema } from '../../lib/archive-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const words = {
  q: 'Words; "in quotes" as they stand. The last one may be the beginning of a longer one',
  speaker: "Part of a speaker's name",
  after: '`next` of the page before',
};

export const archiveGroup: ApiGroup = {
  name: 'Archive',
  routes: [
    describeRoute('GET /api/search', {
      summary:
        'Search what was said, titles, summaries, decisions and tasks of all meetings that one may see',
      access: 'account',
      query: { ...words, from: 'First day of meetings, such as 2026-03-13', to: 'Last day' },
      answer: { status: 200, schema: searchAnswerSchema },
    }),
    describeRoute('GET /api/meetings/:id/search', {
      summary: 'The same in one meeting',
      access: 'meeting',
      query: words,
      answer: { status: 200, schema: searchAnswerSchema },
    }),
    describeRoute('POST /api/ask', {
      summary:
        'Ask all meetings that one may see. The answer is a stream of server-sent events: `start`, statements with their citations, `end`',
      access: 'account',
      request: askArchiveSchema,
      answer: { status: 200 },
    }),
    describeRoute('POST /api/meetings/:id/ask', {
      summary: 'Ask one meeting; answers like `POST /api/ask`',
      access: 'meeting',
      request: askArchiveSchema,
      answer: { status: 200 },
    }),
  ],
};
