import { z } from 'zod/mini';
import {
  type Account,
  type AuthState,
  authStateSchema,
  type ChangeWorkspace,
  type MailDetail,
  mailOnItsWaySchema,
  mailSchema,
  type Outbox,
  outboxSchema,
  redirectSchema,
  type SessionList,
  type SignInService,
  sessionListSchema,
  signedInSchema,
  type Workspace,
  workspaceSchema,
} from '../../../../lib/account-messages.ts';
import type { DeleteAccount } from '../../../../lib/my-data.ts';
import { callApi } from './call-api.ts';

const nothing = z.null();

async function post(path: string, body: unknown): Promise<Account> {
  return (await callApi(`/api/auth${path}`, signedInSchema, { method: 'POST', body })).account;
}

export function getAuthState(signal?: AbortSignal): Promise<AuthState> {
  return callApi('/api/auth/state', authStateSchema, { signal });
}

interface NewPerson {
  name: string;
  password: string;
  timeZone: string;
}

/** Makes the first account and signs it in. `conflict` when somebody was faster. */
export const createOwner = (person: NewPerson & { email: string }) => post('/owner', person);

export const signIn = (credentials: { email: string; password: string }) => post('/sign-in', credentials);

/** Makes the account of a link's address. `not_found`: the link is used or too old. */
export const confirmSignUp = (person: NewPerson & { token: string }) => post('/sign-up/confirm', person);

export const resetPassword = (change: { token: string; password: string }) => post('/password/reset', change);

export const changePassword = (change: { current: string; password: string }) =>
  post('/password/change', change);

export const changeProfile = (change: { name?: string; timeZone?: string }) => post('/profile', change);

/** Asks for a link by mail. The answer is the same whether or not the address has an account. */
export async function askForLink(path: '/sign-up' | '/password/forgot', email: string): Promise<void> {
  await callApi(`/api/auth${path}`, mailOnItsWaySchema, { method: 'POST', body: { email } });
}

/** The address at another service where the person signs in. */
export async function beginServiceSignIn(service: SignInService, to: string): Promise<string> {
  const body = { service, to };
  return (await callApi('/api/auth/service', redirectSchema, { method: 'POST', body })).url;
}

export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  const path = where === 'here' ? '/api/auth/sign-out' : '/api/auth/sign-out-everywhere';
  await callApi(path, nothing, { method: 'POST' });
}

export function listSessions(signal?: AbortSignal): Promise<SessionList> {
  return callApi('/api/auth/sessions', sessionListSchema, { signal });
}

export async function endSession(id: string): Promise<void> {
  await callApi(`/api/auth/sessions/${encodeURIComponent(id)}/end`, nothing, { method: 'POST' });
}

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

export async function getMail(id: string, signal?: AbortSignal): Promise<MailDetail> {
  const path = `/api/workspace/outbox/${encodeURIComponent(id)}`;
  return (await callApi(path, mailSchema, { signal })).mail;
}

/** Deletes the account that is signed in, for good. */
export async function deleteAccount(wish: DeleteAccount): Promise<void> {
  await callApi('/api/auth/delete', z.null(), { method: 'POST', body: wish });
}
