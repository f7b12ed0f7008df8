import { accessLogSchema } from '../../lib/access-log.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const keepingGroup: ApiGroup = {
  name: 'Keeping and passing on',
  routes: [
    describeRoute('GET /api/meetings/:id/access-log', {
      summary: 'Who read, heard, exported and shared what of the meeting: the newest 200 entries',
      access: 'edit',
      answer: { status: 200, schema: accessLogSchema },
    }),
  ],
};
