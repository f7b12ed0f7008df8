/** What people do with the account that they are signed in with. */
import { z } from 'zod/mini';
import {
  type Account,
  type SessionList,
  sessionListSchema,
  signedInSchema,
} from '../../../../lib/account-messages.ts';
import type { DeleteAccount } from '../../../../lib/my-data.ts';
import { callApi } from './call-api.ts';

const nothing = z.null();

async function change(path: string, body: unknown): Promise<Account> {
  return (await callApi(`/api/auth${path}`, signedInSchema, { method: 'POST', body })).account;
}

export const changePassword = (body: { current: string; password: string }) =>
  change('/password/change', body);

export const changeProfile = (body: { name?: string; timeZone?: string }) => change('/profile', body);

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

/** Deletes the account that is signed in, for good. */
export async function deleteAccount(wish: DeleteAccount): Promise<void> {
  await callApi('/api/auth/delete', nothing, { method: 'POST', body: wish });
}
