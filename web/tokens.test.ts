import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokens } from './tokens.ts';

const secret = 'a'.repeat(32);
const key = new TextEncoder().encode(secret);
const tokens = createTokens(secret);
const meetingId = 'mtg_01JD0000000000000000000000' as const;

describe(createTokens, () => {
  it('reads back what it signed', async () => {
    expect(await tokens.verifyAgent(await tokens.signAgent({ meetingId, epoch: 3 }))).toEqual({
      meetingId,
      epoch: 3,
    });
  });

  it('accepts no token for another purpose, of another secret, without signature, expired, or of another form', async () => {
    const good = (claims: object, audience: string) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setAudience(audience).setIssuedAt();
    const claims = { meetingId, epoch: 3 };
    const refused = [
      await tokens.signHost({ meetingId }),
      await createTokens('b'.repeat(32)).signAgent(claims),
      new UnsecuredJWT(claims).setAudience('parley:agent').encode(),
      await good(claims, 'parley:agent').setExpirationTime('-1m').sign(key),
      await good({ ...claims, epoch: '3' }, 'parley:agent').sign(key),
      await good({ meetingId: 'mtg_1', epoch: 3 }, 'parley:agent').sign(key),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).setAudience('parley:agent').sign(key),
      '',
      'a.b.c',
    ];
    for (const token of refused) {
      await expect(tokens.verifyAgent(token)).rejects.toMatchObject({ code: 'unauthorized' });
    }
  });
});
