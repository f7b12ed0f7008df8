/** Passwords of meetings: scrypt (RFC 7914) with a salt each; what is stored names its own cost. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// 16 MiB and about 40 ms on one core: each guess costs as much, and guesses are counted before.
const cost = { N: 16_384, r: 8, p: 1 };
const keyBytes = 32;

/** `scrypt$N$r$p$salt$key`, the last two in base64url. Unicode forms of the same password give the same key. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compares in constant time. Throws when `hash` is not one of ours. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [name, N, r, p, salt, key] = hash.split('$');
  if (name !== 'scrypt' || !salt || !key) throw new Error('this password hash is of an unknown kind');
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
