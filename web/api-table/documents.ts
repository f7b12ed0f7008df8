import { type ApiGroup, describeRoute } from './route.ts';

export const documentGroup: ApiGroup = {
  name: 'Documents',
  routes: [
    describeRoute('GET /api/documents', {
      summary:
        'WebSocket of board and notes: Yjs in the protocol of Hocuspocus 4, by the token of a join or the account',
      access: 'anyone',
      answer: { status: 101 },
    }),
  ],
};
