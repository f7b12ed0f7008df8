import {
  castVoteSchema,
  pollAnswerSchema,
  pollListSchema,
  votersSchema,
  writePollSchema,
} from '../../lib/poll-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const poll = { status: 200, schema: pollAnswerSchema };

export const pollGroup: ApiGroup = {
  name: 'Polls',
  routes: [
    describeRoute('GET /api/meetings/:id/polls', {
      summary: 'Questions to everyone and how they stand, with one’s own votes and drafts',
      access: 'meeting',
      answer: { status: 200, schema: pollListSchema },
    }),
    describeRoute('PUT /api/meetings/:id/polls/:pollId', {
      summary: 'Store a draft, or ask everyone; where hosts allow it, anybody may',
      access: 'moderate',
      request: writePollSchema,
      answer: poll,
    }),
    describeRoute('DELETE /api/meetings/:id/polls/:pollId', {
      summary: 'Take a poll away with its votes; hosts, and whoever asked',
      access: 'moderate',
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/polls/:pollId/vote', {
      summary: 'Vote, or change one’s vote; the same revision again changes nothing',
      access: 'joined',
      request: castVoteSchema,
      answer: poll,
    }),
    describeRoute('POST /api/meetings/:id/polls/:pollId/end', {
      summary: 'Take no more votes and show the counts; hosts, and whoever asked',
      access: 'moderate',
      answer: poll,
    }),
    describeRoute('GET /api/meetings/:id/polls/:pollId/voters', {
      summary: 'Who voted for what; never of an anonymous poll',
      access: 'meeting',
      answer: { status: 200, schema: votersSchema },
    }),
  ],
};
