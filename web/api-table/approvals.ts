import {
  actionLogSchema,
  approvalAnswerSchema,
  approvalListSchema,
  decideApprovalSchema,
} from '../../lib/assistant-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const approvalGroup: ApiGroup = {
  name: 'Approvals',
  routes: [
    describeRoute('GET /api/meetings/:id/approvals', {
      summary: 'Proposals of the AI participant, and which of them the caller may decide or take back now',
      access: 'meeting',
      answer: { status: 200, schema: approvalListSchema },
    }),
    describeRoute('GET /api/meetings/:id/actions', {
      summary:
        'Who proposed, was asked, decided and edited what, and what came of it; the newest proposals first',
      access: 'meeting',
      query: { before: 'Id of the oldest proposal that is known; left out: the newest' },
      answer: { status: 200, schema: actionLogSchema },
    }),
    describeRoute('POST /api/meetings/:id/approvals/:approvalId/decision', {
      summary: 'Approve, edit or reject, or take back; the first answer counts',
      access: 'approver',
      request: decideApprovalSchema,
      answer: { status: 200, schema: approvalAnswerSchema },
    }),
  ],
};
