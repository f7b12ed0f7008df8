import type { Context } from 'hono';
import { jwtVerify } from 'jose';
import { findAgentStanding } from '../db/queries/agent-standing.ts';
import { findParticipant, type Participant } from '../db/queries/participants.ts';
import { workerAudience } from '../lib/agent-messages.ts';
import { ParleyError } from '../lib/errors.ts';
import { may, type Permission } from '../lib/roles.ts';
import type { WebContext } from './context.ts';
import { refuseDeleted } from './refuse-deleted.ts';
import { type AgentClaims, bearerToken, type PersonClaims } from './tokens.ts';

/**
 * The person whose bearer token this is, as stored now: what a token says of a role may be long outdated. Throws
 * unless it is for this meeting and its person was let in and not removed.
 */
export async function authoriseMember(
  context: WebContext,
  c: Context,
  meetingId: string,
  permission?: Permission,
): Promise<Participant> {
  const person = await memberByToken(context, bearerToken(c.req.header('authorization')), meetingId);
  if (permission && !may(person.role, permission)) {
    throw new ParleyError('forbidden', 'Only those who host the meeting can do this.');
  }
  return person;
}

/** As `authoriseMember`, by a token that did not come in a header. */
export async function memberByToken(
  context: WebContext,
  token: string,
  meetingId: string,
): Promise<Participant> {
  const claims = await claimsFor(context, token, meetingId);
  const person = await findParticipant(context.database.db, claims.meetingId, claims.participantId);
  if (!person) {
    await refuseDeleted(context, claims.meetingId);
    throw new ParleyError('unauthorized', 'This token is not valid here. Join the meeting again.');
  }
  if (person.admission === 'removed') {
    throw new ParleyError('removed', 'A host removed you from this meeting.');
  }
  if (person.admission !== 'admitted') {
    throw new ParleyError('forbidden', 'A host has not let you in yet.');
  }
  return person;
}

/** The claims of a person's bearer token; throws unless it is for this meeting. Says nothing of what they may do. */
export async function authorisePerson(
  context: WebContext,
  c: Context,
  meetingId: string,
): Promise<PersonClaims> {
  return claimsFor(context, bearerToken(c.req.header('authorization')), meetingId);
}

async function claimsFor({ tokens }: WebContext, token: string, meetingId: string): Promise<PersonClaims> {
  const claims = await tokens.verifyPerson(token);
  if (claims.meetingId !== meetingId)
    throw new ParleyError('forbidden', 'This token is for another meeting.');
  return claims;
}

/**
 * The agent job whose bearer token this is; throws unless it is for this meeting. It may have been superseded: what it
 * heard is taken from every job that was sent.
 */
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

/**
 * As `authoriseAgent`, and throws `conflict` unless the job is in charge: the newest that has joined, and not sent
 * away. Throws `meeting_ended` after the end, except where `untilCompleted` lets it bring what it has begun.
 */
export async function authoriseAgentInCharge(
  context: WebContext,
  c: Context,
  meetingId: string,
  { untilCompleted = false } = {},
): Promise<AgentClaims> {
  const claims = await authoriseAgent(context, c, meetingId);
  const standing = await findAgentStanding(context.database.db, claims);
  switch (standing) {
    case 'in_charge':
      return claims;
    case 'ended':
      if (untilCompleted) return claims;
      throw new ParleyError('meeting_ended', 'This meeting is over.');
    case 'completed':
      throw new ParleyError('meeting_ended', 'This meeting is over.');
    case 'superseded':
    case 'dismissed':
    case 'unknown':
      throw new ParleyError('conflict', 'This job is not in charge of the meeting.');
    default:
      return standing satisfies never;
  }
}

/** Any worker of this installation: it knows the LiveKit secret. */
export async function authoriseWorker({ livekit }: WebContext, c: Context): Promise<void> {
  const token = bearerToken(c.req.header('authorization'));
  const key = new TextEncoder().encode(livekit.apiSecret);
  try {
    await jwtVerify(token, key, { algorithms: ['HS256'], audience: workerAudience });
  } catch (cause) {
    throw new ParleyError('unauthorized', 'This worker has another LiveKit API secret than web.', { cause });
  }
}
