import {
  breakoutsSchema,
  movePersonSchema,
  openBreakoutsSchema,
  tellRoomsSchema,
} from '../../lib/breakout-messages.ts';
import { joinedSchema } from '../../lib/messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const rooms = { status: 200, schema: breakoutsSchema };

export const breakoutGroup: ApiGroup = {
  name: 'Breakout rooms',
  routes: [
    describeRoute('GET /api/meetings/:id/breakouts', {
      summary: 'The breakout rooms that are open, as far as the person of this token may see them',
      access: 'meeting',
      answer: rooms,
    }),
    describeRoute('POST /api/meetings/:id/breakouts', {
      summary: 'Open breakout rooms and give people their places',
      access: 'moderate',
      request: openBreakoutsSchema,
      answer: { status: 201, schema: breakoutsSchema },
    }),
    describeRoute('POST /api/meetings/:id/breakouts/:roomId/join', {
      summary: 'Enter a breakout room in which one has a place; hosts may enter any',
      access: 'joined',
      answer: { status: 200, schema: joinedSchema },
    }),
    describeRoute('POST /api/meetings/:id/breakouts/move', {
      summary: 'Give someone a place in another room, or in none',
      access: 'moderate',
      request: movePersonSchema,
      answer: rooms,
    }),
    describeRoute('POST /api/meetings/:id/breakouts/message', {
      summary: 'Show a short text in all rooms',
      access: 'moderate',
      request: tellRoomsSchema,
      answer: { status: 204 },
    }),
    describeRoute('POST /api/meetings/:id/breakouts/close', {
      summary: 'Begin the countdown after which the rooms close',
      access: 'moderate',
      answer: rooms,
    }),
  ],
};
