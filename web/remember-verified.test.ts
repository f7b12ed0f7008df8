import { describe, expect, it } from 'vitest';
import { rememberVerified } from './remember-verified.ts';

function createVerifier() {
  const asked: string[] = [];
  let nowMs = 0;
  const verify = rememberVerified(
    async (token) => {
      asked.push(token);
      if (token === 'bad') throw new Error('refused');
      return { claims: `claims of ${token}`, expiresAtMs: 1_000 };
    },
    () => nowMs,
  );
  return {
    asked,
    verify,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe(rememberVerified, () => {
  it('verifies a token once, and again when it has expired', async () => {
    const { asked, verify, wait } = createVerifier();
    expect([await verify('a'), await verify('a')]).toEqual(['claims of a', 'claims of a']);
    expect(asked).toEqual(['a']);
    wait(1_000);
    await verify('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('asks about a refused token each time', async () => {
    const { asked, verify } = createVerifier();
    await expect(verify('bad')).rejects.toThrow('refused');
    await expect(verify('bad')).rejects.toThrow('refused');
    expect(asked).toHaveLength(2);
  });

  it('forgets the first of more than a thousand', async () => {
    const { asked, verify } = createVerifier();
    for (let index = 0; index <= 1_000; index++) await verify(`${index}`);
    await verify('1');
    expect(asked).toHaveLength(1_001);
    await verify('0');
    expect(asked).toHaveLength(1_002);
  });
});
