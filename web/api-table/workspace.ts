import {
  changeWorkspaceSchema,
  mailSchema,
  outboxSchema,
  workspaceSchema,
} from '../../lib/account-messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

export const workspaceGroup: ApiGroup = {
  name: 'Workspace',
  routes: [
    describeRoute('GET /api/workspace', {
      summary: 'Settings of the installation',
      access: 'workspaceOwner',
      answer: { status: 200, schema: workspaceSchema },
    }),
    describeRoute('POST /api/workspace', {
      summary: 'Change the settings of the installation',
      access: 'workspaceOwner',
      request: changeWorkspaceSchema,
      answer: { status: 200, schema: workspaceSchema },
    }),
    describeRoute('GET /api/workspace/outbox', {
      summary: 'Every mail, newest first',
      access: 'workspaceOwner',
      query: { before: 'Cursor: `next` of the page before' },
      answer: { status: 200, schema: outboxSchema },
    }),
    describeRoute('GET /api/workspace/outbox/:id', {
      summary: 'One mail with its text',
      access: 'workspaceOwner',
      answer: { status: 200, schema: mailSchema },
    }),
    describeRoute('POST /api/workspace/outbox/:id/resend', {
      summary: 'Send a mail again that was given up',
      access: 'workspaceOwner',
      answer: { status: 204 },
    }),
  ],
};
