/** Signed tokens of web's own: HS256 only, one audience each, so that none can stand in for another. */
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod/mini';
import { ParleyError } from '../lib/errors.ts';
import { idSchema } from '../lib/id-schema.ts';
import type { MeetingId, ParticipantId } from '../lib/ids.ts';
import { type Role, roleSchema } from '../lib/roles.ts';
import { rememberVerified } from './remember-verified.ts';

const hostClaims = z.object({ meetingId: idSchema('mtg') });
const personClaims = z.object({
  meetingId: idSchema('mtg'),
  participantId: idSchema('par'),
  role: roleSchema,
});
const agentClaims = z.object({ meetingId: idSchema('mtg'), epoch: z.int() });

export type PersonClaims = z.infer<typeof personClaims>;
export type AgentClaims = z.infer<typeof agentClaims>;

export interface Tokens {
  /** Cookie of whoever created a meeting. */
  signHost(claims: { meetingId: MeetingId }): Promise<string>;
  verifyHost(token: string): Promise<{ meetingId: MeetingId }>;
  /** Bearer token and identity cookie of one person in one meeting. */
  signPerson(claims: { meetingId: MeetingId; participantId: ParticipantId; role: Role }): Promise<string>;
  verifyPerson(token: string): Promise<PersonClaims>;
  /** Bearer token of one agent job; it outlives the meeting so that a spool found later can be delivered. */
  signAgent(claims: { meetingId: MeetingId; epoch: number }): Promise<string>;
  verifyAgent(token: string): Promise<AgentClaims>;
}

/** `secret` is `PARLEY_SECRET`. Verifying throws `unauthorized` for anything that is not exactly such a token. */
export function createTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret);

  const sign = (audience: string, lifetime: string, claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(key);

  const read = async <T extends z.ZodMiniType>(audience: string, schema: T, token: string) => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience });
      const expiresAtMs = (payload.exp ?? 0) * 1_000;
      return { claims: schema.parse(payload) as z.infer<T>, expiresAtMs };
    } catch (cause) {
      throw new ParleyError('unauthorized', 'This token is not valid here. Join the meeting again.', {
        cause,
      });
    }
  };
  const verify = async <T extends z.ZodMiniType>(audience: string, schema: T, token: string) =>
    (await read(audience, schema, token)).claims;

  return {
    signHost: (claims) => sign('parley:host', '365d', claims),
    verifyHost: (token) => verify('parley:host', hostClaims, token),
    signPerson: (claims) => sign('parley:person', '30d', claims),
    verifyPerson: (token) => verify('parley:person', personClaims, token),
    signAgent: (claims) => sign('parley:agent', '30d', claims),
    verifyAgent: rememberVerified((token) => read('parley:agent', agentClaims, token)),
  };
}

/** The token of an `Authorization: Bearer` header; throws `unauthorized` when there is none. */
export function bearerToken(header: string | undefined): string {
  const token = header?.match(/^Bearer ([\w.-]+)$/i)?.[1];
  if (!token) throw new ParleyError('unauthorized', 'This call needs a bearer token.');
  return token;
}
