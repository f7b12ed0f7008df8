import {
  accessRequestListSchema,
  askAccessSchema,
  decideAccessSchema,
  ownAccessRequestSchema,
} from '../../lib/access-requests.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const accessRequestGroup: ApiGroup = {
  name: 'Asking for access',
  routes: [
    describeRoute('GET /api/meetings/:id/access-request', {
      summary: 'When the caller asked to see the meeting; the same for one that there is not',
      access: 'account',
      answer: { status: 200, schema: ownAccessRequestSchema },
    }),
    describeRoute('POST /api/meetings/:id/access-request', {
      summary: 'Ask the hosts to see the meeting; answered the same for one that there is not',
      access: 'account',
      request: askAccessSchema,
      answer: { status: 202, schema: ownAccessRequestSchema },
    }),
    describeRoute('GET /api/meetings/:id/access-requests', {
      summary: 'Who asks to see the meeting, and who may since they asked',
      access: 'share',
      answer: { status: 200, schema: accessRequestListSchema },
    }),
    describeRoute('POST /api/meetings/:id/access-requests/:requestId', {
      summary: 'Let somebody who asked see the meeting, or not; who may not is not told',
      access: 'share',
      request: decideAccessSchema,
      answer: { status: 204 },
    }),
    describeRoute('DELETE /api/meetings/:id/access-requests/:requestId', {
      summary: 'Take back what was allowed: they see nothing of the meeting from then on',
      access: 'share',
      answer: { status: 204 },
    }),
    describeRoute('GET /api/access-requests', {
      summary: 'Who asks to see meetings that the caller hosts, and waits for an answer',
      access: 'account',
      answer: { status: 200, schema: accessRequestListSchema },
    }),
  ],
};
