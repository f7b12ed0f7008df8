import { z } from 'zod/mini';
import {
  type ChangeWorkspace,
  type MailDetail,
  mailSchema,
  type Outbox,
  outboxSchema,
  type Workspace,
  workspaceSchema,
} from '../../../../lib/account-messages.ts';
import { callApi } from './call-api.ts';

export function getWorkspace(signal?: AbortSignal): Promise<Workspace> {
  return callApi('/api/workspace', workspaceSchema, { signal });
}

export function saveWorkspace(settings: ChangeWorkspace): Promise<Workspace> {
  return callApi('/api/workspace', workspaceSchema, { method: 'POST', body: settings });
}

/** A page of mails, newest first, after the cursor. */
export function listOutbox(before: string | null, signal?: AbortSignal): Promise<Outbox> {
  const query = before ? `?before=${encodeURIComponent(before)}` : '';
  return callApi(`/api/workspace/outbox${query}`, outboxSchema, { signal });
}

/** Has a mail sent again that was given up. Errors: `conflict` when it was sent, or is not to be. */
export async function resendMail(id: string): Promise<void> {
  await callApi(`/api/workspace/outbox/${encodeURIComponent(id)}/resend`, z.unknown(), { method: 'POST' });
}

export async function getMail(id: string, signal?: AbortSignal): Promise<MailDetail> {
  const path = `/api/workspace/outbox/${encodeURIComponent(id)}`;
  return (await callApi(path, mailSchema, { signal })).mail;
}
