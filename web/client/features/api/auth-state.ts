import { type AuthState, authStateSchema } from '../../../../lib/account-messages.ts';
import { callApi } from './call-api.ts';

export function getAuthState(signal?: AbortSignal): Promise<AuthState> {
  return callApi('/api/auth/state', authStateSchema, { signal });
}
