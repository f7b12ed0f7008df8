import type { Context } from 'hono';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';
import { type AgentClaims, bearerToken, type PersonClaims } from './tokens.ts';

/** The person whose bearer token this is; throws unless it is for this meeting. */
export async function authorisePerson(
  context: WebContext,
  c: Context,
  meetingId: string,
): Promise<PersonClaims> {
  const claims = await context.tokens.verifyPerson(bearerToken(c.req.header('authorization')));
  if (claims.meetingId !== meetingId)
    throw new ParleyError('forbidden', 'This token is for another meeting.');
  return claims;
}

/** The agent job whose bearer token this is; throws unless it is for this meeting. */
export async function authoriseAgent(
  context: WebContext,
  c: Context,
  meetingId: string,
): Promise<AgentClaims> {
  const claims = await context.tokens.verifyAgent(bearerToken(c.req.header('authorization')));
  if (claims.meetingId !== meetingId)
    throw new ParleyError('forbidden', 'This token is for another meeting.');
  return claims;
}
