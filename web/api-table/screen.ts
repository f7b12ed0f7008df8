import { screenHolderSchema, takeScreenSchema } from '../../lib/screen-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const screenGroup: ApiGroup = {
  name: 'Shared screen',
  routes: [
    describeRoute('POST /api/meetings/:id/screen', {
      summary: 'Take the one shared screen; the answer says who has it',
      access: 'speak',
      request: takeScreenSchema,
      answer: { status: 200, schema: screenHolderSchema },
    }),
    describeRoute('POST /api/meetings/:id/screen/stop', {
      summary: 'Stop one’s own share; hosts also that of others',
      access: 'speak',
      answer: { status: 204 },
    }),
  ],
};
