/** The ways to an account: making one, and signing in. */
import {
  type Account,
  mailOnItsWaySchema,
  redirectSchema,
  type SignInService,
  signedInSchema,
} from '../../../../lib/account-messages.ts';
import { callApi } from './call-api.ts';

async function post(path: string, body: unknown): Promise<Account> {
  return (await callApi(`/api/auth${path}`, signedInSchema, { method: 'POST', body })).account;
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

/** Asks for a link by mail. The answer is the same whether or not the address has an account. */
export async function askForLink(path: '/sign-up' | '/password/forgot', email: string): Promise<void> {
  await callApi(`/api/auth${path}`, mailOnItsWaySchema, { method: 'POST', body: { email } });
}

/** The address at another service where the person signs in. */
export async function beginServiceSignIn(service: SignInService, to: string): Promise<string> {
  const body = { service, to };
  return (await callApi('/api/auth/service', redirectSchema, { method: 'POST', body })).url;
}
