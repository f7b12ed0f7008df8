import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

describe(isPassword, () => {
  it('knows the password again, also in another Unicode form, and no other', async () => {
    const hash = await hashPassword('caf\u00e9 \ud83d\udd11');
    expect(await isPassword('cafe\u0301 \ud83d\udd11', hash)).toBe(true);
    for (const other of ['', 'cafe', 'caf\u00e9', 'CAF\u00c9 \ud83d\udd11', `caf\u00e9 \ud83d\udd11 `]) {
      expect(await isPassword(other, hash)).toBe(false);
    }
  });

  it('never stores the password, and hashes it differently each time', async () => {
    const [first, second] = await Promise.all([hashPassword('open sesame'), hashPassword('open sesame')]);
    expect(first).not.toContain('sesame');
    expect(first).not.toBe(second);
  });

  it('refuses a hash of an unknown kind', async () => {
    await expect(isPassword('x', 'plain$x')).rejects.toThrow('unknown kind');
  });
});
