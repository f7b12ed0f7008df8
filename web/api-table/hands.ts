import { handsSchema, lowerHandsSchema, raiseHandSchema, reactSchema } from '../../lib/hand-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const queue = { status: 200, schema: handsSchema };

export const handGroup: ApiGroup = {
  name: 'Hands and reactions',
  routes: [
    describeRoute('GET /api/meetings/:id/hands', {
      summary: 'Whose hands are up, in order',
      access: 'meeting',
      answer: queue,
    }),
    describeRoute('POST /api/meetings/:id/hand', {
      summary: 'Raise or lower one’s own hand',
      access: 'joined',
      request: raiseHandSchema,
      answer: queue,
    }),
    describeRoute('POST /api/meetings/:id/hands/lower', {
      summary: 'Lower the hand of one person, or all hands',
      access: 'moderate',
      request: lowerHandsSchema,
      answer: queue,
    }),
    describeRoute('POST /api/meetings/:id/reactions', {
      summary: 'Show a reaction to everyone who is here',
      access: 'joined',
      request: reactSchema,
      answer: { status: 204 },
    }),
  ],
};
